import { asWords, type DataQuality } from '@kilim/contracts';
import type { AnswerValue } from '@kilim/indicators';
import { useCallback } from 'react';
import type { Asked } from '../assessment/asked.js';
import type { AnswerSaver } from '../assessment/answer-saver.js';
import type { Pace } from '../assessment/saver-surroundings.js';
import { useWork } from '../assessment/work.js';

/** What is told of a figure beside it. */
interface AboutFigure {
  readonly quality?: DataQuality;
  /** Empty: none any more. */
  readonly source?: string;
}

/** Sets an answer's value, keeping what is told of it. */
export function useSetAnswer({ address }: Asked): (value: AnswerValue) => void {
  const { saver } = useWork();
  return useCallback(
    (value) => {
      set(saver, address, value, {}, 'atOnce');
    },
    [saver, address],
  );
}

/** Sets what is told of a figure, keeping the figure as it stands now: the screens may show an older one. */
export function useSetAbout({ address }: Asked): (about: AboutFigure, pace?: Pace) => void {
  const { saver } = useWork();
  return useCallback(
    (about, pace = 'atOnce') => {
      const answer = saver.held(address)?.answer;
      if (answer?.kind === 'value') set(saver, address, answer.value, about, pace);
    },
    [saver, address],
  );
}

function set(
  saver: AnswerSaver,
  address: Asked['address'],
  value: AnswerValue,
  about: AboutFigure,
  pace: Pace,
): void {
  const held = saver.held(address);
  const quality = about.quality ?? held?.quality;
  const source = asWords(about.source ?? held?.source ?? '');
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
}
