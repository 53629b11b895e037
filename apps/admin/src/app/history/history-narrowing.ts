import { HistoryAction, type readHistory, type CallOf } from '@kilim/contracts';

/** What the history is narrowed to, as it stands in an address. */
export const NARROWING = ['by', 'action', 'assessment', 'round', 'question', 'from', 'to', 'find'] as const;
export type HistoryAddress = Readonly<Partial<Record<(typeof NARROWING)[number], string | undefined>>>;

/** What the server is asked for, apart from the page. */
export type HistoryQuery = Omit<NonNullable<CallOf<typeof readHistory>['query']>, 'before' | 'limit'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what is not known changes nothing. Days are the reader's own, from midnight to midnight. */
export function historyQuery(address: HistoryAddress): HistoryQuery {
  const { by, assessment, round, question } = address;
  const action = HistoryAction.options.find((each) => each === address.action);
  const find = (address.find ?? '').trim();
  const [from, to] = [dayOf(address.from, '00:00:00.000'), dayOf(address.to, '23:59:59.999')];
  return {
    ...(by !== undefined && UUID.test(by) && { by }),
    ...(action !== undefined && { action }),
    ...(assessment !== undefined && UUID.test(assessment) && { assessmentId: assessment }),
    ...(round !== undefined && UUID.test(round) && { roundId: round }),
    ...(question !== undefined && /^[a-z0-9-]{3,40}$/.test(question) && { questionId: question }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(find !== '' && { find: find.slice(0, 100) }),
  };
}

/** A moment of a day in the reader's zone; undefined for what is no day. */
function dayOf(day: string | undefined, time: string): string | undefined {
  if (day === undefined || !DAY.test(day)) return undefined;
  const moment = new Date(`${day}T${time}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
