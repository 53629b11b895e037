import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './pause.js';

describe('how long a client waits before it asks again', () => {
  it('doubles with each failure, up to half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 60].map((failures) => pauseAfter(failures, () => 1));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('is half as long or longer, by chance: whom one failure met does not come back all at once', () => {
    expect([0, 0.5].map((chance) => pauseAfter(3, () => chance))).toEqual([2000, 3000]);
  });
});
