import {
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  type BarSeriesOption,
  type HeatmapSeriesOption,
  type LineSeriesOption,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  type AriaComponentOption,
  type DataZoomComponentOption,
  type GridComponentOption,
  type LegendComponentOption,
  type TooltipComponentOption,
  type VisualMapComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, HeatmapChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent]);
use([VisualMapComponent, DataZoomComponent, MarkLineComponent, MarkAreaComponent, AriaComponent, CanvasRenderer]);

export type Chart = ECharts;
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | HeatmapSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
  | DataZoomComponentOption
  | AriaComponentOption
>;

/** Colours that differ in lightness too, so that they are told apart without seeing hues. */
const COLOURS = ['#1d5b9c', '#d9822b', '#2f7d4f', '#8a4fa3', '#b3423a', '#5c6b7a'];

/** Tooltips are drawn, not written as markup: the page's policy allows no inline style. */
const THEME = {
  color: COLOURS,
  textStyle: { fontFamily: 'inherit' },
  tooltip: { renderMode: 'richText', confine: true },
};

export const openChart = (box: HTMLElement): Chart => init(box, THEME, { renderer: 'canvas' });
