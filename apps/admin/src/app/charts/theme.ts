import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';

/** Text in charts, in pixels: the look's smallest and its small. */
export const SMALL = 12;
export const MEDIUM = 13;

/**
 * The one theme: what every chart has in common, before its own options. Tooltips are drawn, not written as markup, so
 * that the content security policy holds; what a chart says in words stands in its description.
 */
export function themed(own: EChartsOption, look: ChartLook, description: string): EChartsOption {
  return {
    backgroundColor: 'transparent',
    animation: !look.isCalm,
    animationDuration: 250,
    textStyle: { fontFamily: look.font, fontSize: SMALL, color: look.ink2 },
    aria: { enabled: true, label: { enabled: true, description } },
    ...own,
    tooltip: {
      renderMode: 'richText',
      backgroundColor: look.surface,
      borderColor: look.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: look.ink, fontFamily: look.font, fontSize: MEDIUM },
      transitionDuration: 0,
      ...own.tooltip,
    },
  };
}

/** How the line of a category is drawn. */
export function lineOf({ categories }: ChartLook, at: 0 | 1) {
  const { colour, symbol, size, dash } = categories[at];
  return {
    symbol,
    symbolSize: size,
    lineStyle: { color: colour, width: 2, ...(dash && { type: [...dash] }) },
    itemStyle: { color: colour, borderColor: colour, borderWidth: 1.5 },
  };
}

/** Axes without boxes: hairlines of the grid, words in the third ink. */
export function axisOf(look: ChartLook) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: look.ink3, fontFamily: look.font, fontSize: SMALL, hideOverlap: true },
    splitLine: { lineStyle: { color: look.grid } },
  };
}
