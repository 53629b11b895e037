import { addEvidence, linkEvidence, type CallOf, type Evidence } from '@kilim/contracts';
import { call } from '../api/call.js';
import type { Asked } from './asked.js';
import { triedPiece, triedUse } from './tried-evidence.js';
import type { Work } from './work.js';

/** A document or page as somebody describes it. */
export type NewEvidence = CallOf<typeof addEvidence>['body'];

/** What is wrong with a description, by field; empty when it can be sent. The contract's own rules. */
export function faultyFields(body: NewEvidence): ReadonlySet<string> {
  const parsed = addEvidence.body?.safeParse(body);
  return new Set(parsed?.error?.issues.map(({ path }) => String(path[0])));
}

/**
 * Describes a piece of evidence for an answer; of a file question it becomes the answer.
 *
 * @throws as `call` does
 */
export async function describeEvidence(work: Work, asked: Asked, body: NewEvidence): Promise<void> {
  const params = { assessmentId: work.assessment.id };
  // Its file may have taken so long that somebody else is signed in by now.
  const whose = { account: work.session.account.id };
  const piece = work.isTrial ? triedPiece(body) : await call(addEvidence, { params, body }, whose);
  work.takeEvidence(piece);
  answerWith(work, asked, piece.id, 'linked');
}

/**
 * Says that a piece supports an answer too, or no longer does; of a file question it is, or is no longer, the answer.
 *
 * @throws as `call` does
 */
export async function changeUse(
  work: Work,
  evidence: Evidence,
  asked: Asked,
  kind: 'linked' | 'unlinked',
): Promise<void> {
  const params = { assessmentId: work.assessment.id, evidenceId: evidence.id };
  const body = { kind, questionId: asked.question.id };
  work.takeEvidence(
    work.isTrial ? triedUse(evidence, asked, kind) : await call(linkEvidence, { params, body }),
  );
  answerWith(work, asked, evidence.id, kind);
}

/** The pieces of evidence that a file question is answered with. */
export function givenPieces({ saved }: Pick<Work, 'saved'>, { address }: Asked): readonly string[] {
  const answer = saved.answers[address];
  return answer?.kind === 'value' && Array.isArray(answer.value) ? answer.value : [];
}

function answerWith(work: Work, asked: Asked, id: string, kind: 'linked' | 'unlinked'): void {
  if (asked.question.kind !== 'file') return;
  const others = givenPieces({ saved: work.saver.look() }, asked).filter((each) => each !== id);
  const value = kind === 'linked' ? [...others, id] : others;
  work.saver.change(
    asked.address,
    value.length === 0 ? { kind: 'cleared' } : { kind: 'set', value },
    'atOnce',
    'known',
  );
}
