import {
  readLeniently,
  saveAnswers,
  StaleDetails,
  type AnswerSave,
  type ToldProblem,
} from '@kilim/contracts';
import { call } from '../api/call.js';
import { NewerReply, Problem, UnexpectedReply, Unreachable } from '../api/problem.js';
import type { Outcome } from './saver-surroundings.js';

/** Whose answers they are, and of which assessment. */
export interface Sender {
  readonly accountId: string;
  readonly assessmentId: string;
}

/**
 * Gives one change to the server and says what became of it. Never rejects.
 *
 * @param sender settled when the assessment was opened: as a page is left, somebody else may be signed in already
 * @param aside changes of the same answer that go before it: all are saved or none
 */
export async function sendAnswer(
  { accountId, assessmentId }: Sender,
  save: AnswerSave,
  aside: readonly AnswerSave[],
): Promise<Outcome> {
  try {
    const body = { saves: [...aside, save], sentAt: new Date().toISOString() };
    const parts = { params: { assessmentId }, body };
    const { answers } = await call(saveAnswers, parts, { keepAlive: true, account: accountId });
    const answer = answers.findLast(
      ({ questionId, instanceId }) => questionId === save.questionId && instanceId === save.instanceId,
    );
    // Without the answer in it the reply acknowledges nothing; the same save may go again.
    return answer ? { kind: 'saved', answer } : { kind: 'failed' };
  } catch (error) {
    return outcomeOf(error, save);
  }
}

/** What a failed request means for the change it carried. */
export function outcomeOf(error: unknown, save: AnswerSave): Outcome {
  if (error instanceof Unreachable) return { kind: 'unreachable', because: 'network' };
  if (error instanceof NewerReply) return { kind: 'unreachable', because: 'newer' };
  if (error instanceof UnexpectedReply) return strangersOutcome(error.status);
  if (!(error instanceof Problem)) throw error;
  const { document } = error;
  if (document.status === 401) return { kind: 'signedOut' };
  // It takes longer than the server waits.
  if (document.status === 408) return { kind: 'unreachable', because: 'network' };
  if (document.code === 'server.full') return { kind: 'unreachable', because: 'full' };
  if (document.status === 503 || document.status === 429) return { kind: 'unreachable', because: 'busy' };
  if (document.status >= 500) return { kind: 'failed' };
  if (document.code !== 'answer.stale') return { kind: 'refused', problem: document };
  return staleOutcome(document, save);
}

/** Somebody else's words: something stands before the server, or instead of it. It may have refused what was said. */
function strangersOutcome(status: number): Outcome {
  if (status >= 500 || status === 429) return { kind: 'unreachable', because: 'busy' };
  return status >= 400 ? { kind: 'failed' } : { kind: 'unreachable', because: 'network' };
}

function staleOutcome(document: ToldProblem, save: AnswerSave): Outcome {
  const details = readLeniently(StaleDetails, document.details);
  // Somebody made it what only a newer program can show: there is nothing to choose upon here.
  if (!details.success) return { kind: 'unreachable', because: 'newer' };
  const stale = details.data.stale.find(({ saveId }) => saveId === save.saveId);
  return stale ? { kind: 'stale', current: stale.current } : { kind: 'refused', problem: document };
}
