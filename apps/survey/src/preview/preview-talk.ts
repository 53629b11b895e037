import { PreviewOrder, type PreviewNews } from '@kilim/contracts';
import { checkQuestionnaire, compileQuestionnaire, type DraftContent } from '@kilim/indicators';
import { useEffect, useState } from 'react';
import type { ReadyVersion } from '../assessment/work.js';
import { TRIAL_VERSION } from './trial-assessment.js';

/** What was last asked for, and the newest state of the draft that can be shown: one without errors. */
export interface Ordered {
  readonly order: PreviewOrder;
  /** Absent: there was none yet. */
  readonly version?: ReadyVersion;
}

/** Listens to the editor around this page, and to nobody else. */
export function usePreviewOrder(): Ordered | undefined {
  const [ordered, setOrdered] = useState<Ordered>();
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
      if (origin !== window.location.origin || source !== window.parent) return;
      const order = PreviewOrder.safeParse(data);
      if (!order.success) return;
      setOrdered((before) => {
        const { content } = order.data;
        const version = (content && versionOf(content)) ?? before?.version;
        return { order: order.data, ...(version && { version }) };
      });
    };
    window.addEventListener('message', hear);
    tellEditor({ kind: 'preview.ready' });
    return () => {
      window.removeEventListener('message', hear);
    };
  }, []);
  return ordered;
}

/** Tells the editor around this page something. */
export function tellEditor(news: PreviewNews): void {
  if (window.parent !== window) window.parent.postMessage(news, window.location.origin);
}

function versionOf({ questionnaire, source, translations }: DraftContent): ReadyVersion | undefined {
  if (!checkQuestionnaire(questionnaire, source).ok) return undefined;
  const { code, version } = questionnaire;
  return {
    summary: { ...TRIAL_VERSION, code, version },
    compiled: compileQuestionnaire(questionnaire),
    source,
    translations,
  };
}
