import type { DataQuality } from '@kilim/contracts';
import type { AnswerValue, Question } from '@kilim/indicators';
import { useCallback } from 'react';
import { useWork } from '../assessment/work.js';

/** Sets an answer's value, or only how good it is, keeping what else is known of it. */
export function useSetAnswer(question: Question): (value: AnswerValue, quality?: DataQuality) => void {
  const { saver } = useWork();
  return useCallback(
    (value, quality) => {
      const held = saver.look().held.get(question.id);
      const known = quality ?? held?.quality;
      saver.change(
        question.id,
        {
          kind: 'set',
          value,
          ...(known !== undefined && { quality: known }),
          ...(held?.source !== undefined && { source: held.source }),
          ...(held?.comment !== undefined && { comment: held.comment }),
        },
        'atOnce',
      );
    },
    [saver, question],
  );
}
