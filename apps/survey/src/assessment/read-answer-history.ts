import { readAssessmentHistory, type HistoryPage } from '@kilim/contracts';
import type { Id } from '@kilim/indicators';
import { call } from '../api/call.js';

/** How many entries are read at a time. */
const PAGE = 20;

/**
 * What happened to one answer, newest first.
 *
 * @param before the `next` of the page before; absent: the newest
 * @throws as `call` does
 */
export function readAnswerHistory(
  assessmentId: string,
  questionId: Id,
  before?: string,
): Promise<HistoryPage> {
  return call(readAssessmentHistory, {
    params: { assessmentId },
    query: { questionId, limit: PAGE, ...(before !== undefined && { before }) },
  });
}
