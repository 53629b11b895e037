/** The parts of ECharts that the charts need and no other. Fetched when the first chart is to be seen. */
import { CustomChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  RadarComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent,
  CustomChart,
  GridComponent,
  LineChart,
  MarkLineComponent,
  RadarChart,
  RadarComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

export { init };
/** What makes a chart in a box of the page, or without one. */
export type Init = typeof init;
export type { EChartsType } from 'echarts/core';
