import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { daysBetween } from './days-between.js';

const instants = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2400-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('whole days between two instants', () => {
  it('are those of the calendar, leap years included', () => {
    fc.assert(
      fc.property(instants, instants, (from, to) => {
        const expected = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000));
        expect(daysBetween(from, to)).toBe(expected);
      }),
    );
  });
});
