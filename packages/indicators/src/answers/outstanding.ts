import type { CompiledQuestionnaire } from '../definition/compiled.js';
import type { Address } from './address.js';
import type { Answers } from './answer.js';
import { evidenceLack, type EvidenceLack, type EvidencePiece } from './evidence-fit.js';
import { answersIn, questionStates, type QuestionState } from './standing.js';
import { violationsIn, type Violation } from './validate-assessment.js';

/**
 * Something that stands between a city and submitting.
 *
 * | kind | |
 * |---|---|
 * | `open` | a required question without an answer |
 * | `faulty` | a required question whose answer must be mended before it counts |
 * | `quality` | a figure without its class of data quality, where that is required |
 * | `evidence` | an answer with a value without the evidence that is required for it |
 * | `violation` | answers that contradict what must hold across them |
 */
export type Outstanding =
  | { readonly kind: 'open' | 'faulty' | 'quality'; readonly address: Address }
  | { readonly kind: 'evidence'; readonly address: Address; readonly lack: EvidenceLack }
  | { readonly kind: 'violation'; readonly violation: Violation };

/** What is known of answers besides the answers. */
export interface AboutAnswers {
  /** Whether the class of data quality is told at an address. */
  hasQuality(address: Address): boolean;
  /** The evidence for the answer at an address. */
  evidenceFor(address: Address): readonly EvidencePiece[];
  /** The day by which evidence has its age, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * All that stands between a city and submitting: the one list of it, for the form and for the server. In the order of
 * the form, contradictions last.
 */
export function outstanding(
  compiled: CompiledQuestionnaire,
  answers: Answers,
  about: AboutAnswers,
): readonly Outstanding[] {
  const states = questionStates(compiled, answersIn(answers));
  const contradictions = violationsIn(compiled, states)
    .filter(({ severity }) => severity === 'error')
    .map((violation): Outstanding => ({ kind: 'violation', violation }));
  return [...[...states.values()].flatMap((state) => outstandingAt(state, about)), ...contradictions];
}

function outstandingAt(
  { address, isVisible, standing, compiled: { question } }: QuestionState,
  about: AboutAnswers,
): readonly Outstanding[] {
  if (!isVisible || question.kind === 'computed') return [];
  switch (standing.kind) {
    case 'open':
    case 'faulty':
      return question.required ? [{ kind: standing.kind, address }] : [];
    case 'notApplicable':
      return [];
    case 'answered': {
      const lack = evidenceLack(question.evidence, about.evidenceFor(address), about.today);
      return [
        ...(question.quality === 'required' && !about.hasQuality(address)
          ? [{ kind: 'quality' as const, address }]
          : []),
        ...(lack === undefined ? [] : [{ kind: 'evidence' as const, address, lack }]),
      ];
    }
  }
}
