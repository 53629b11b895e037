import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../test/runs.js';
import { isCalendarDate } from './calendar-date.js';

/** Years, months and days as they are written, also such as there are none of. */
const written = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('0000', '0001', '1900', '2000', '2023', '2024', '9999', '20-4', '２０２４'),
      digits(4),
    ),
    fc.oneof(fc.constantFrom('00', '01', '02', '12', '13', '1', ' 2', '002'), digits(2)),
    fc.oneof(fc.constantFrom('00', '01', '28', '29', '30', '31', '32', '1', '3a'), digits(2)),
    fc.constantFrom('-', '-', '-', '/', ''),
  )
  .map(([year, month, day, between]) => [year, month, day].join(between));

function digits(count: number): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'));
}

test('a date is one that the platform’s own calendar gives back as it was written', () => {
  fc.assert(
    fc.property(written, (text) => {
      const instant = new Date(`${text}T00:00:00Z`);
      const isKept = !Number.isNaN(instant.getTime()) && instant.toISOString() === `${text}T00:00:00.000Z`;
      expect(isCalendarDate(text)).toBe(isKept && text >= '0001');
    }),
    runs(500),
  );
});

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
  expect(isCalendarDate(text)).toBe(true);
});

test.each([
  '1900-02-29',
  '2023-02-29',
  '2024-04-31',
  '0000-01-01',
  '2024-1-01',
  '2024-01-01 ',
  '2024-01-0１',
  '',
])('“%s” is none', (text) => {
  expect(isCalendarDate(text)).toBe(false);
});
