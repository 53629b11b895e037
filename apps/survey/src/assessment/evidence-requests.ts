import { addEvidence, linkEvidence, type CallOf, type Evidence } from '@kilim/contracts';
import type { Id } from '@kilim/indicators';
import { call } from '../api/call.js';
import type { Work } from './work.js';

/** A document or page as somebody describes it. */
export type NewEvidence = CallOf<typeof addEvidence>['body'];

/** What is wrong with a description, by field; empty when it can be sent. The contract's own rules. */
export function faultyFields(body: NewEvidence): ReadonlySet<string> {
  const parsed = addEvidence.body?.safeParse(body);
  return new Set(parsed?.error?.issues.map(({ path }) => String(path[0])));
}

/**
 * Describes a piece of evidence for an answer.
 *
 * @throws as `call` does
 */
export async function describeEvidence(work: Work, body: NewEvidence): Promise<void> {
  work.takeEvidence(await call(addEvidence, { params: { assessmentId: work.assessment.id }, body }));
}

/**
 * Says that a piece supports an answer too, or no longer does.
 *
 * @throws as `call` does
 */
export async function changeUse(
  work: Work,
  evidence: Evidence,
  questionId: Id,
  kind: 'linked' | 'unlinked',
): Promise<void> {
  const params = { assessmentId: work.assessment.id, evidenceId: evidence.id };
  work.takeEvidence(await call(linkEvidence, { params, body: { kind, questionId } }));
}
