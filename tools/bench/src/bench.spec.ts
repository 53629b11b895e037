import { expect, test } from '@jest/globals';
import { median, metAlsoBy, quantile, rowOf } from './bench.js';
import { BENCHES } from './benches.js';
import { mergedRows, tableOf } from './results.js';

const named = { name: 'a.row', unit: 'ms' };

test('the median of the ratios decides, not the ratio of the medians', () => {
  const pairs = [
    { value: 10, baseline: 1 },
    { value: 30, baseline: 10 },
    { value: 20, baseline: 5 },
  ];
  expect(rowOf({ ...named, target: { atLeast: 4 } }, pairs)).toEqual({
    ...named,
    ...{ value: 20, baseline: 5, ratio: 4, target: '≥ 4', ok: true },
  });
  expect(rowOf({ ...named, target: { atMost: 3.9 } }, pairs)).toMatchObject({ target: '≤ 3.9', ok: false });
});

test('what was not measured is not met', () => {
  expect(rowOf({ ...named, target: { atMost: 3 } }, []).ok).toBe(false);
  expect(rowOf({ ...named, target: { atLeast: 3 } }, [{ value: 1, baseline: 0 }]).ok).toBe(false);
});

test('what can be met in two ways is met in either, and says so', () => {
  const [missed, met] = [3, 1].map((value) =>
    rowOf({ ...named, target: { atMost: 2 } }, [{ value, baseline: 1 }]),
  );
  if (!missed || !met) throw new Error('Two rows');
  expect(metAlsoBy(missed, met)).toEqual({ ...missed, target: '≤ 2, or a.row', ok: true });
  expect(metAlsoBy(met, missed).ok).toBe(true);
  expect(metAlsoBy(missed, missed).ok).toBe(false);
});

test('quantiles are values that were measured', () => {
  const values = [4, 1, 3, 2];
  expect([median(values), quantile(values, 0.99), quantile(values, 0)]).toEqual([2, 4, 1]);
  expect(median([])).toBeNaN();
});

test('a part that is measured alone leaves the other rows as they were', () => {
  const row = (name: string, value: number) =>
    rowOf({ name, unit: 'x', target: { atLeast: 1 } }, [{ value, baseline: 1 }]);
  const rows = mergedRows([row('a', 1), row('b', 1)], [row('b', 2)]);
  expect(rows.map(({ name, value }) => [name, value])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(tableOf(rows).split('\n')).toHaveLength(3);
});

test.each(['save.storage.sqlite', 'save.statements.sqlite', 'save.http.sqlite', 'engine.shipped'])(
  '%s can be measured',
  async (name) => {
    const rows = await BENCHES.find((bench) => bench.name === name)?.run({ rounds: 1, windowMs: 150 });
    expect(rows?.length).toBeGreaterThan(0);
    for (const { value, baseline, ratio } of rows ?? []) {
      expect(value).toBeGreaterThan(0);
      expect(baseline).toBeGreaterThan(0);
      expect(ratio).toBeGreaterThan(0);
    }
  },
);
