import type { DataQuality } from '@kilim/contracts';
import type { AnswerValue } from '@kilim/indicators';
import { useCallback } from 'react';
import type { Asked } from '../assessment/asked.js';
import type { Pace } from '../assessment/saver-surroundings.js';
import { useWork } from '../assessment/work.js';

/** What is told of a figure beside it. */
interface AboutFigure {
  readonly quality?: DataQuality;
  /** Empty: none any more. */
  readonly source?: string;
}

/** Sets an answer's value, or only what is told of it, keeping what else is known. */
export function useSetAnswer({
  address,
}: Asked): (value: AnswerValue, about?: AboutFigure, pace?: Pace) => void {
  const { saver } = useWork();
  return useCallback(
    (value, about = {}, pace = 'atOnce') => {
      const held = saver.held(address);
      const quality = about.quality ?? held?.quality;
      const source = about.source ?? held?.source ?? '';
      saver.change(
        address,
        {
          kind: 'set',
          value,
          ...(quality !== undefined && { quality }),
          ...(source !== '' && { source }),
          ...(held?.comment !== undefined && { comment: held.comment }),
        },
        pace,
      );
    },
    [saver, address],
  );
}
