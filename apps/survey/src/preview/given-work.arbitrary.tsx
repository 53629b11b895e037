import type { CurrentAnswer } from '@kilim/contracts';
import type { AnswerValue, CompiledQuestionnaire, SourceTexts } from '@kilim/indicators';
import { render, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { WorkContext, type ReadyVersion, type Work } from '../assessment/work.js';
import { TRIAL_VERSION } from './trial-assessment.js';
import { useTrial } from './use-trial.js';

/** A version ready for use, not translated. */
export function givenVersion(compiled: CompiledQuestionnaire, texts: SourceTexts['texts']): ReadyVersion {
  return { summary: TRIAL_VERSION, compiled, source: { language: 'en', texts }, translations: [] };
}

/** An answer that Marta has saved; undefined: she has cleared it. */
export function answered(
  questionId: string,
  value: AnswerValue | undefined,
  about: Partial<CurrentAnswer> = {},
): CurrentAnswer {
  return {
    ...{ questionId, instanceId: '', revision: 1, eventId: TRIAL_VERSION.id, faults: [] },
    answer: value === undefined ? null : { kind: 'value', value },
    savedAt: '2026-04-11T14:00:00.000Z',
    savedBy: { id: TRIAL_VERSION.id, name: 'Marta' },
    ...about,
  };
}

/** What the screens show to begin with, and go on showing: those of a test never follow. */
export function givenWork(
  version: ReadyVersion,
  of: readonly CurrentAnswer[],
  page: (work: Work) => ReactNode,
  changed: (work: Work) => Partial<Work> = () => ({}),
): Work {
  const shelf = { evidence: [], take: nothing };
  const { result } = renderHook(() => useTrial(version, 'en', of, nothing, shelf));
  const work = { ...result.current, ...changed(result.current) };
  render(<WorkContext value={work}>{page(work)}</WorkContext>);
  return work;
}

function nothing(): void {
  return undefined;
}
