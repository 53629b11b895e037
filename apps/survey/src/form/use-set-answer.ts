import type { DataQuality } from '@kilim/contracts';
import type { AnswerValue } from '@kilim/indicators';
import { useCallback } from 'react';
import type { Asked } from '../assessment/asked.js';
import { useWork } from '../assessment/work.js';

/** Sets an answer's value, or only how good it is, keeping what else is known of it. */
export function useSetAnswer({ address }: Asked): (value: AnswerValue, quality?: DataQuality) => void {
  const { saver } = useWork();
  return useCallback(
    (value, quality) => {
      const held = saver.look().held.get(address);
      const known = quality ?? held?.quality;
      saver.change(
        address,
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
    [saver, address],
  );
}
