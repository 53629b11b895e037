import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EChartsOption } from 'echarts';
import { barsOption } from './bars';
import type { ChartLook } from './chart-look';
import { sheetOf } from './data-table';
import { init } from './engine';
import { radarOption } from './radar';
import { themed } from './theme';
import { scaleOf, trendOption, type TrendPoint } from './trend';

const LOOK: ChartLook = {
  ...{ font: 'Arial', ink: '#101', ink2: '#202', ink3: '#303', surface: '#fff', line: '#404' },
  ...{ grid: '#505', axis: '#606', range: '#707', median: '#808', action: '#909' },
  ...{ claimed: '#0a0', verified: '#0b0', disputed: '#0c0', isCalm: true },
  categories: [
    { colour: '#1f1d75', symbol: 'diamond', size: 11 },
    { colour: '#c27507', symbol: 'emptyCircle', size: 8, dash: [6, 3] },
  ],
};

// This DOM has no canvas to measure text with: the library estimates then.
beforeAll(() => void jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null));

/** The chart as it comes out, drawn by the real library. */
function drawn(option: EChartsOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
  chart.setOption(themed(option, LOOK, 'In words'));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const point = (label: string, value: number, method = 'a'): TrendPoint => ({ label, value, method });

describe('the theme', () => {
  it('draws tooltips instead of writing markup, describes in words, and keeps still when asked to', () => {
    expect(themed({}, LOOK, 'In words')).toMatchObject({
      animation: false,
      tooltip: { renderMode: 'richText' },
      aria: { enabled: true, label: { description: 'In words' } },
    });
    expect(themed({}, { ...LOOK, isCalm: false }, '').animation).toBe(true);
  });
});

describe('the radar', () => {
  it('has a code on each axis and two lines told apart by colour, marker and dash', () => {
    const svg = drawn(
      radarOption(
        ['COM', 'EDU', 'NEI'],
        [
          { name: 'City', values: [20, 40, 60] },
          { name: 'Median', values: [30, 30, 30] },
        ],
        LOOK,
      ),
    );
    for (const words of ['COM', 'EDU', 'NEI', '#1f1d75', '#c27507', 'stroke-dasharray="6,3"'])
      expect(svg).toContain(words);
  });
});

describe('the trend', () => {
  it('cuts its scale to whole tens around the values, at least forty apart and within 0 to 100', () => {
    expect(scaleOf([point('a', 58), point('b', 67)])).toEqual({ min: 40, max: 80 });
    expect(scaleOf([point('a', 0)])).toEqual({ min: 0, max: 40 });
    expect(scaleOf([point('a', 100)])).toEqual({ min: 60, max: 100 });
    expect(scaleOf([{ ...point('a', 50), low: 3, high: 97 }])).toEqual({ min: 0, max: 100 });
  });

  it('joins rounds of one method and breaks where the method changes', () => {
    const series = (points: readonly TrendPoint[]) => {
      const { series: all } = trendOption(points, { methodChanged: 'Method changed' }, LOOK);
      return (all as { data: unknown[] }[]).slice(0, -2).map(({ data }) => data);
    };
    expect(series([point('a', 40), point('b', 50), point('c', 60)])).toEqual([
      [
        [0, 40],
        [1, 50],
        [2, 60],
      ],
    ]);
    expect(series([point('a', 40), point('b', 50, 'other')])).toEqual([[[0, 40]], [[1, 50]]]);
    const svg = drawn(
      trendOption([point('2023', 40), point('2026', 50, 'other')], { methodChanged: 'Method changed' }, LOOK),
    );
    for (const words of ['2023', '2026', 'Method changed', '>40<', '>50<']) expect(svg).toContain(words);
  });
});

describe('the bars, for files', () => {
  it('name every line and draw only what is there', () => {
    const full = drawn(
      barsOption(
        [
          {
            ...{ name: 'Education', isMember: true, claimed: 40, found: 30, before: 20 },
            ...{ possible: [25, 45], sample: [20, 35, 50] },
          },
        ],
        LOOK,
      ),
    );
    for (const colour of [LOOK.range, LOOK.median, LOOK.claimed, LOOK.verified, LOOK.action])
      expect(full).toContain(colour);
    expect(full).toContain('Education');
    const bare = drawn(barsOption([{ name: 'Language', isMember: false }], LOOK));
    expect(bare).toContain('Language');
    for (const colour of [LOOK.range, LOOK.claimed, LOOK.verified]) expect(bare).not.toContain(colour);
  });
});

describe('the table of a chart', () => {
  it('keeps numbers as numbers and leaves empty what is not there', () => {
    const table = {
      columns: [{ words: 'Area' }, { words: 'City' }],
      rows: [
        ['Education', 40],
        ['Language', undefined],
      ],
    };
    expect(sheetOf(table)).toEqual([
      ['Area', 'City'],
      ['Education', 40],
      ['Language', ''],
    ]);
  });
});
