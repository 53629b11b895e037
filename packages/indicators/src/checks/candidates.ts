import type { AnswerValue } from '../answers/answer.js';
import type { Question } from '../definition/question.js';
import { instancesTo, tellingAnswers, type Onlookers } from './telling-answers.js';

/** What a question may come to in one place. */
export type Candidate =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  /** No answer, or none that is valid. A set may list instances all the same, only too few of them. */
  | { readonly kind: 'none'; readonly instances?: readonly string[] }
  | { readonly kind: 'notApplicable' }
  /** Of a computed question, whether it is asked. */
  | { readonly kind: 'shown' }
  | { readonly kind: 'hidden' };

/** What a question may come to, and whether that is all there is. */
interface Candidates {
  readonly found: readonly Candidate[];
  readonly isComplete: boolean;
}

/** All that a question may come to as far as its onlookers see a difference. */
export function candidatesOf(question: Question | undefined, onlookers: Onlookers): Candidates {
  if (question === undefined) return { found: [{ kind: 'none' }], isComplete: true };
  if (question.kind === 'computed') {
    const found: Candidate[] = [{ kind: 'shown' }];
    return { found: question.askedIf ? [...found, { kind: 'hidden' }] : found, isComplete: true };
  }
  const { values, isComplete } = tellingAnswers(question, onlookers);
  const tooFew = question.kind === 'set' ? Math.max(0, question.minimum - 1) : 0;
  const listings = onlookers.isCalculatedWith ? tooFew : Math.min(1, tooFew);
  const found: Candidate[] = [
    ...values.map((value): Candidate => ({ kind: 'value', value })),
    ...(question.mayNotApply === true ? [{ kind: 'notApplicable' } as const] : []),
    { kind: 'none' },
    ...Array.from({ length: listings }, (_, at): Candidate => ({
      kind: 'none',
      instances: instancesTo(at + 1),
    })),
  ];
  return { found, isComplete };
}

/** The same of a question that is never asked: its answer, if there is one, is not seen. */
export function unaskedCandidatesOf(question: Question | undefined): Candidates {
  return { found: [{ kind: question?.kind === 'computed' ? 'hidden' : 'none' }], isComplete: true };
}

/** The instances that a set lists. */
export function listedBy(candidate: Candidate): readonly string[] {
  if (candidate.kind === 'none') return candidate.instances ?? [];
  return candidate.kind === 'value' && Array.isArray(candidate.value) ? candidate.value : [];
}
