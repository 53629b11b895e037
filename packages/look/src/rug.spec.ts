import { describe, expect, it } from '@jest/globals';
import { weaveRug } from './rug.js';

describe('a rug', () => {
  it('has one knot per value, cities down and indicators across', () => {
    const { knots } = weaveRug([
      [0.1, 0.5],
      [0.3, 0.9],
    ]);
    expect(knots.map(({ row, column, x, y }) => [row, column, x, y])).toEqual([
      [0, 0, 0, 0],
      [0, 1, 40, 0],
      [1, 0, 0, 40],
      [1, 1, 40, 40],
    ]);
  });

  it('gets stronger with the value, in seven steps', () => {
    const values = [0, 0.14, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1];
    expect(weaveRug([values]).knots.map(({ step }) => step)).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 7]);
  });

  it('draws what lies outside the scale as its nearest end', () => {
    expect(weaveRug([[-0.2, 1.2, Infinity]]).knots.map(({ step }) => step)).toEqual([1, 7, 7]);
  });

  it('marks the highest with a cross, and the very highest in another dye', () => {
    const [middle, high, top] = weaveRug([[0.6, 0.8, 0.95]]).knots;
    expect([middle?.cross, high?.cross, top?.cross]).toEqual([false, true, true]);
    expect(middle?.shapes.map(({ fill }) => fill)).toEqual(['var(--k-seq-5)']);
    expect(high?.shapes.map(({ fill }) => fill)).toEqual(['var(--k-seq-6)', 'var(--k-dye-weld)']);
    expect(top?.shapes.map(({ fill }) => fill)).toEqual(['var(--k-seq-7)', 'var(--k-dye-madder)']);
  });

  it('leaves the ground bare where there is no value, and weaves zero', () => {
    const { knots } = weaveRug([[null, NaN, 0], [0.5]]);
    expect(knots.map(({ row, column, step }) => [row, column, step])).toEqual([
      [0, 2, 1],
      [1, 0, 4],
    ]);
  });

  it('is as large as its data, with the fringe within its box', () => {
    const rug = weaveRug(Array.from({ length: 10 }, () => Array.from({ length: 17 }, () => 0.5)));
    expect(rug.viewBox).toBe('-6 -26 692 452');
    expect([rug.width, rug.height]).toEqual([692, 452]);
    expect(rug.warp.match(/M/g)).toHaveLength(2 * 86);
    expect(rug.warp).toContain('M680 410v12');
    expect(rug.beads.map(({ fill }) => fill)).toEqual([
      'var(--k-dye-madder)',
      'var(--k-dye-weld)',
      'var(--k-dye-pine)',
    ]);
  });

  it('is nothing but fringe without data', () => {
    expect(weaveRug([]).knots).toEqual([]);
    expect(weaveRug([[]]).width).toBe(12);
  });
});
