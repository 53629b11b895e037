import {
  type AnswerSave,
  type ClosedDetails,
  type Deadline,
  GRACE_MS,
  type Instant,
  isOpen,
} from '@kilim/contracts';
import { later } from '../../config/clock.js';
import { Problem } from '../../http/problem.js';
import { toldDeadline } from '../assessment-door.js';

/** The last instant at which answers that were typed in time are still taken. */
export function graceEnd(deadline: Deadline): Instant {
  return later(deadline.instant, GRACE_MS);
}

/** When a request arrived, and when it left by the clock of who sent it. */
export interface Times {
  readonly at: Instant;
  readonly sentAt?: Instant | undefined;
}

/**
 * Lets saves through that arrive up to the deadline, and up to the end of the grace window those that were typed up to
 * the deadline. The server's clock decides. From the client only comes how long ago something was typed: the difference
 * of two readings of its clock, which is right also when the clock is wrong.
 *
 * @returns when each save had been typed, by the server's clock, for those that arrived late; by save id
 * @throws Problem `round.closed` with `ClosedDetails`
 */
export function typedInTime(
  deadline: Deadline,
  { at, sentAt }: Times,
  saves: readonly AnswerSave[],
): ReadonlyMap<string, Instant> {
  if (isOpen(deadline, at)) return NOT_LATE;
  const typed = new Map<string, Instant>();
  for (const { saveId, typedAt } of saves) {
    if (sentAt === undefined || typedAt === undefined) continue;
    const agoMs = Date.parse(sentAt) - Date.parse(typedAt);
    typed.set(saveId, later(at, -Math.min(Math.max(0, agoMs), LONGEST_AGO_MS)));
  }
  const isLate = ({ saveId }: AnswerSave) => {
    const typedAt = typed.get(saveId);
    return typedAt === undefined || !isOpen(deadline, typedAt);
  };
  const tooLate = at > graceEnd(deadline) ? saves : saves.filter(isLate);
  if (tooLate.length > 0) throw closed(deadline, { at, sentAt }, saves, tooLate);
  return typed;
}

/** No answer waits for the network longer than this; whatever says so has clocks that jumped. */
const LONGEST_AGO_MS = 366 * 86_400_000;
/** Of saves that were in time, or for which there is no deadline. */
export const NOT_LATE: ReadonlyMap<string, Instant> = new Map();
/** A clock that is wrong by less than this is not worth a word. */
const NOTABLE_SECONDS = 60;

function closed(
  deadline: Deadline,
  { at, sentAt }: Times,
  saves: readonly AnswerSave[],
  tooLate: readonly AnswerSave[],
): Problem {
  const ahead = sentAt === undefined ? undefined : Math.round((Date.parse(sentAt) - Date.parse(at)) / 1000);
  const details: ClosedDetails = {
    deadline,
    takenUntil: graceEnd(deadline),
    ...(ahead !== undefined && { clockAheadSeconds: ahead }),
  };
  const grace = `Answers typed before it are taken for ${String(GRACE_MS / 60_000)} minutes more.`;
  return new Problem('round.closed', {
    detail: [toldDeadline(deadline), grace, 'What is saved is kept.', clockWords(ahead)]
      .filter(Boolean)
      .join(' '),
    places: tooLate.map((save) => ({
      in: 'body',
      pointer: `/saves/${String(saves.indexOf(save))}`,
      message: 'It was typed, or arrived, after the deadline.',
    })),
    details,
  });
}

function clockWords(aheadSeconds = 0): string {
  if (Math.abs(aheadSeconds) < NOTABLE_SECONDS) return '';
  const minutes = String(Math.round(Math.abs(aheadSeconds) / 60));
  const way = aheadSeconds > 0 ? 'ahead of' : 'behind';
  return `The clock of your device is ${minutes} minutes ${way} the server's; the server's counts.`;
}
