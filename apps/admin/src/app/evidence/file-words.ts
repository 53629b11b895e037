import { FILE_ENDINGS, type StoredFile } from '@kilim/contracts';
import type { Speech } from '../language/speech';

/** What a file is and how large: PDF, 340 kB. */
export function fileWords({ type, bytes }: StoredFile, say: Speech): string {
  return `${FILE_ENDINGS[type][0].toUpperCase()}, ${say.size(bytes)}`;
}
