import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { spreadOf } from './spread.js';

describe('the middle half of a sample', () => {
  it('is what a spreadsheet gives', () => {
    expect(spreadOf([0.1, 0.2, 0.4, 0.8, 0.9], 5)).toEqual({ low: 0.2, median: 0.4, high: 0.8 });
    expect(spreadOf([1, 0], 1)).toEqual({ low: 0.25, median: 0.5, high: 0.75 });
    expect(spreadOf([0.5], 1)).toEqual({ low: 0.5, median: 0.5, high: 0.5 });
  });

  it('is withheld below the smallest size, and of nothing there is none', () => {
    expect(spreadOf([0.1, 0.2, 0.3, 0.4], 5)).toBeUndefined();
    expect(spreadOf([], 0)).toBeUndefined();
  });

  it('lies within the values, in order, whatever their order', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (list) => {
        const spread = spreadOf(list, 1);
        if (spread === undefined) throw new Error('There are values.');
        const { low, median, high } = spread;
        expect(low).toBeGreaterThanOrEqual(Math.min(...list));
        expect(high).toBeLessThanOrEqual(Math.max(...list));
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
        expect(spreadOf([...list].reverse(), 1)).toEqual(spread);
      }),
    );
  });
});
