import { describe, expect, it } from '@jest/globals';
import { daysUntil, momentsIn } from './moments.js';

const today = (): Date => new Date('2026-04-11T10:00:00.000Z');
const en = momentsIn('en', { now: today });
const pl = momentsIn('pl', { now: today });

describe('a deadline', () => {
  it('is told in its own zone, wherever it is read, and says which', () => {
    const deadline = {
      localTime: '2026-04-14T23:59',
      zone: 'Europe/Warsaw',
      instant: '2026-04-14T21:59:59.999Z',
    };
    expect(en.deadline(deadline)).toBe('14 April 2026, 23:59 CEST');
    expect(pl.deadline(deadline)).toBe('14 kwietnia 2026, 23:59 CEST');
  });

  it('is so many days away, a day begun counting as one', () => {
    expect(daysUntil('2026-04-14T22:00:00.000Z', '2026-04-11T21:00:00.000Z')).toBe(4);
    expect(daysUntil('2026-04-11T20:00:00.000Z', '2026-04-11T21:00:00.000Z')).toBeLessThanOrEqual(0);
  });
});

describe('times', () => {
  it('are those of the reader, where the program runs elsewhere', () => {
    const there = momentsIn('en', { now: today, zone: 'Pacific/Auckland' });
    expect(there.moment('2026-04-10T12:30:00.000Z')).toBe('00:30');
    expect(there.moment('2026-04-10T11:30:00.000Z')).toBe('10 April, 23:30');
    expect(there.hour()).toBe(22);
  });
});

describe('dates and numbers', () => {
  it('follow the language', () => {
    expect(en.number(31.2)).toBe('31.2');
    expect(pl.number(31.2)).toBe('31,2');
    expect(en.issued('2025-03-14')).toBe('14 March 2025');
    expect(pl.issued('2025-03')).toBe('marzec 2025');
    expect(en.issued('2025')).toBe('2025');
    expect(en.issued('0020-06-15')).toBe('15 June 20');
    expect(en.issued('0099-06')).toBe('June 99');
    expect([en.size(12), en.size(340_400), pl.size(1_249_000)]).toEqual(['1 kB', '340 kB', '1,2 MB']);
  });
});
