import type { DataQuality } from '@kilim/contracts';
import type { Speech } from '../language/speech';

/** What is told of a figure besides its value. */
export interface FigureFacts {
  readonly quality?: DataQuality | undefined;
  readonly source?: string | undefined;
}

/** How good a figure is and where it is from, each in words of its own; nothing of an answer that is none. */
export function figureWords({ quality, source }: FigureFacts, say: Speech): readonly string[] {
  return [
    ...(quality === undefined ? [] : [say.t(`quality.${quality}`)]),
    ...(source === undefined ? [] : [say.t('why.source', { source })]),
  ];
}
