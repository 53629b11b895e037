import { expect, it } from '@jest/globals';
import { deadlineAt } from './deadline-at.js';

it.each([
  ['in summer time', '2026-04-14T23:59', 'Europe/Warsaw', '2026-04-14T21:59:59.999Z'],
  ['in winter time', '2026-12-14T23:59', 'Europe/Helsinki', '2026-12-14T21:59:59.999Z'],
  ['in an hour that is skipped', '2026-03-29T02:30', 'Europe/Warsaw', '2026-03-29T01:30:59.999Z'],
  ['in an hour that comes twice', '2026-10-25T02:30', 'Europe/Warsaw', '2026-10-25T01:30:59.999Z'],
])('takes the end of the minute %s', (_when, localTime, zone, instant) => {
  expect(deadlineAt(localTime, zone)).toEqual({ localTime, zone, instant });
});

it('refuses a zone or time that there is not', () => {
  expect(() => deadlineAt('2026-04-14T23:59', 'Europe/Nowhere')).toThrow('Europe/Nowhere');
  expect(() => deadlineAt('2026-02-30T23:59', 'Europe/Warsaw')).toThrow('2026-02-30');
});
