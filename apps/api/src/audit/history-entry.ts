import type { HistoryAction, HistoryEntry } from '@kilim/contracts';
import { Answer } from '@kilim/indicators';
import * as z from 'zod';
import type { PeopleById } from '../session/people.service.js';
import type { StoredEntry } from './audit.repository.js';
import type { Content } from './contents.service.js';

/** What of a body the history shows; each kind of entry has some of it. */
export const HistoryBody = z.object({
  answer: Answer.nullable().optional(),
  /** The row whose answer this one replaced. */
  against: z.string().nullable().optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  source: z.string().optional(),
  subject: z.string().optional(),
  instance: z.string().optional(),
  /** The account it concerns. */
  account: z.string().optional(),
});
export type HistoryBody = z.infer<typeof HistoryBody>;

/** What the entries of a page are shown with. */
export interface Surroundings {
  /** What belongs to an entry, or to the row that it replaced. */
  readonly content: (id: string) => Content;
  readonly person: PeopleById;
  readonly cityName: (assessmentId: string) => string | undefined;
}

/** What an entry says; undefined once it was erased. */
export function bodyOfEntry(content: Content): HistoryBody | undefined {
  return content.body && HistoryBody.parse(content.body);
}

/** An entry of a chain as the contract shows it. What was erased is left out. */
export function historyEntry(entry: StoredEntry, { content, person, cityName }: Surroundings): HistoryEntry {
  const { row } = entry;
  const { actorId } = content(row.id);
  const body = bodyOfEntry(content(row.id));
  const reason = body?.reason ?? body?.comment;
  const instance = instanceOf(entry) ?? body?.instance;
  return {
    id: row.id,
    stream: streamOf(entry, cityName),
    sequence: row.sequence,
    at: row.at,
    ...(entry.table === 'answer_event' && entry.row.typedAt !== null && { typedAt: entry.row.typedAt }),
    ...(actorId !== null && { by: person(actorId) }),
    action: actionOf(entry),
    ...(row.questionId !== null && { questionId: row.questionId }),
    ...(instance !== undefined && { instanceId: instance }),
    ...(body && answersOf(body, content)),
    ...figureOf(entry, body),
    ...(reason !== undefined && { reason }),
    ...(body?.account !== undefined && { about: person(body.account) }),
    ...(body?.subject !== undefined && { subject: body.subject }),
    hash: row.hash,
  };
}

function instanceOf(entry: StoredEntry): string | undefined {
  return entry.table === 'answer_event' && entry.row.instanceId !== '' ? entry.row.instanceId : undefined;
}

function answersOf(body: HistoryBody, content: Surroundings['content']): Pick<HistoryEntry, 'from' | 'to'> {
  const { answer, against } = body;
  if (answer === undefined) return {};
  if (against === undefined || against === null) return { from: null, to: answer };
  const replaced = content(against).body;
  return { ...(replaced && { from: HistoryBody.parse(replaced).answer ?? null }), to: answer };
}

/** What a change of an answer tells of its figure. */
function figureOf(
  entry: StoredEntry,
  body: HistoryBody | undefined,
): Pick<HistoryEntry, 'quality' | 'source'> {
  if (entry.table !== 'answer_event') return {};
  return {
    ...(entry.row.quality !== null && { quality: entry.row.quality }),
    ...(body?.source !== undefined && { source: body.source }),
  };
}

function actionOf(entry: StoredEntry): HistoryAction {
  return entry.table === 'audit_entry' ? entry.row.action : `answer.${entry.row.kind}`;
}

function streamOf(entry: StoredEntry, cityName: Surroundings['cityName']): HistoryEntry['stream'] {
  const assessmentId = assessmentOf(entry);
  if (assessmentId === undefined) return { kind: 'administration' };
  const name = cityName(assessmentId);
  return { kind: 'assessment', assessmentId, ...(name !== undefined && { cityName: name }) };
}

/** The assessment in whose stream an entry stands; undefined for administration. */
export function assessmentOf(entry: StoredEntry): string | undefined {
  if (entry.table === 'answer_event') return entry.row.assessmentId;
  return entry.row.streamKind === 'assessment' ? entry.row.streamId : undefined;
}
