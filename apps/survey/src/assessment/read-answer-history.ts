import { readAssessmentHistory, type HistoryPage } from '@kilim/contracts';
import { placeOf, type Address } from '@kilim/indicators';
import { call } from '../api/call.js';

/** How many entries are read at a time. */
const PAGE = 20;

/**
 * What happened to one answer, newest first.
 *
 * @param before the `next` of the page before; absent: the newest
 * @throws as `call` does
 */
export async function readAnswerHistory(
  assessmentId: string,
  address: Address,
  before?: string,
): Promise<HistoryPage> {
  const { question, instance } = placeOf(address);
  const page = await call(readAssessmentHistory, {
    params: { assessmentId },
    query: { questionId: question, limit: PAGE, ...(before !== undefined && { before }) },
  });
  // Of other instances of its set nothing is told.
  return { ...page, entries: page.entries.filter(({ instanceId = '' }) => instanceId === instance) };
}
