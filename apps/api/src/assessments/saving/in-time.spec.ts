import { GRACE_MS, Instant, type AnswerSave, type Deadline } from '@kilim/contracts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { later } from '../../config/clock.js';
import { Problem } from '../../http/problem.js';
import { graceEnd, typedInTime } from './in-time.js';

const deadline: Deadline = {
  ...{ localTime: '2026-04-14T23:59', zone: 'Europe/Warsaw', instant: '2026-04-14T21:59:59.999Z' },
};

/** What becomes of a save that arrives so long after the deadline and was typed so long before it arrived. */
function outcome(lateMs: number, agoMs: number, clockWrongMs = 0): string {
  const at = later(deadline.instant, lateMs);
  const sentAt = later(at, clockWrongMs);
  const save = { saveId: 's', typedAt: later(sentAt, -agoMs) } as AnswerSave;
  try {
    return typedInTime(deadline, { at, sentAt }, [save]).get('s') ?? 'in time';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

test('the deadline and the end of the window are the last millisecond of each', () => {
  expect(outcome(0, 0)).toBe('in time');
  expect(outcome(1, 1)).toBe(deadline.instant);
  expect(outcome(1, 0)).toBe('round.closed');
  expect(outcome(GRACE_MS, GRACE_MS)).toBe(deadline.instant);
  expect(outcome(GRACE_MS, GRACE_MS - 1)).toBe('round.closed');
  expect(outcome(GRACE_MS + 1, GRACE_MS * 2)).toBe('round.closed');
  expect(graceEnd(deadline)).toBe('2026-04-14T22:14:59.999Z');
});

test('a clock that is wrong changes nothing, and one that says the future says now', () => {
  const year = 365 * 86_400_000;
  fc.assert(
    fc.property(
      fc.integer({ min: -GRACE_MS, max: GRACE_MS * 2 }),
      fc.integer({ min: -GRACE_MS, max: GRACE_MS * 3 }),
      fc.integer({ min: -year, max: year }),
      (lateMs, agoMs, clockWrongMs) => {
        expect(outcome(lateMs, agoMs, clockWrongMs)).toBe(outcome(lateMs, Math.max(0, agoMs)));
      },
    ),
  );
});

test('however far apart the clocks of a request are, what comes of them is a moment that can be kept', () => {
  const at = later(deadline.instant, 1);
  const save = { saveId: 's', typedAt: '0000-01-01T00:00:00.000Z' } as AnswerSave;
  const typed = typedInTime(deadline, { at, sentAt: '9999-12-31T23:59:59.999Z' }, [save]);
  expect(Instant.parse(typed.get('s'))).toBe(later(at, -366 * 86_400_000));
});
