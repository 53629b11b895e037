import { answerClarification, type Clarification } from '@kilim/contracts';
import { call } from '../api/call.js';
import type { Work } from './work.js';

/**
 * Answers what an expert asked.
 *
 * @throws as `call` does
 */
export async function replyTo(work: Work, { id }: Clarification, words: string): Promise<void> {
  const params = { assessmentId: work.assessment.id, clarificationId: id };
  const { clarification, state } = await call(answerClarification, { params, body: { words } });
  work.takeClarification(clarification, state);
}
