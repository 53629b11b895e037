import { describe, expect, it } from '@jest/globals';
import { isOpen } from './deadline.js';

describe('a deadline', () => {
  const deadline = {
    localTime: '2026-04-14T23:59',
    zone: 'Europe/Warsaw',
    instant: '2026-04-14T21:59:59.999Z',
  };

  it('is open up to and including its last millisecond', () => {
    expect(isOpen(deadline, '2026-04-14T21:59:59.999Z')).toBe(true);
  });

  it('is closed one millisecond later', () => {
    expect(isOpen(deadline, '2026-04-14T22:00:00.000Z')).toBe(false);
  });
});
