import type { RecordFinding } from '@kilim/contracts';
import { answerFaults, sameAnswer, type Answer, type Question } from '@kilim/indicators';
import { Problem } from '../http/problem.js';

/** A value that an expert records. */
type FindingValue = Extract<RecordFinding, { readonly kind: 'value' }>;

/**
 * A finding is an answer that counts, and its reason code says truly whether it differs from the claim.
 *
 * @param claim the city's answer that was judged; null for none
 * @throws Problem `finding.invalid`
 */
export function assertFits(question: Question, finding: FindingValue, claim: Answer | null): void {
  const { answer } = finding;
  const faults = answerFaults(question, answer);
  if (faults.length > 0) {
    throw new Problem('finding.invalid', {
      detail: `This is no answer to ${question.code} that would count.`,
      places: [
        {
          in: 'body',
          pointer: '/answer/value',
          message: `The value has faults: ${faults.map(({ code }) => code).join(', ')}.`,
        },
      ],
      details: { faults },
    });
  }
  const isSame = sameAnswer(question.kind, answer, claim);
  if (isSame === (finding.reasonCode === 'confirms')) return;
  throw new Problem('finding.invalid', {
    detail: isSame
      ? 'The finding says the same as the claim, so its reason is “confirms”.'
      : 'The finding differs from the claim, so its reason cannot be “confirms”.',
    places: [{ in: 'body', pointer: '/reasonCode', message: 'Value and reason do not fit together.' }],
  });
}

/** @throws Problem `finding.invalid` for evidence that the assessment does not have */
export function assertEvidence(ids: readonly string[], known: ReadonlySet<string>): void {
  const places = ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            in: 'body' as const,
            pointer: `/evidenceIds/${String(index)}`,
            message: 'The assessment has no such piece of evidence.',
          },
        ],
  );
  if (places.length > 0) throw new Problem('finding.invalid', { places });
}
