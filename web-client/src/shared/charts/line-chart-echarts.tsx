import { useEffect, useRef } from 'react';
import { LineChart as Lines } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import RU from 'echarts/i18n/langRU-obj.js';
import { SVGRenderer } from 'echarts/renderers';
import { CHART_HEIGHT } from './chart-size';
import type { LineChartProps } from './line-chart';

echarts.use([Lines, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);
echarts.registerLocale('RU', RU);

type Props = LineChartProps & { dark: boolean; language: string };

/** Below this the names of the lines stand one under the other. */
const NARROW = 480;
const LEGEND_LINE = 24;

/** Width of the chart on an A4 page. */
const PRINT_WIDTH = 640;

export default function EChartsLine(props: Props) {
  const { label, language } = props;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current!;
    const locale = language === 'ru' ? 'RU' : 'EN';
    const chart = echarts.init(element, null, { locale, renderer: 'svg' });
    chart.setOption(optionOf(props, element.clientWidth < NARROW));

    const fit = () => chart.resize();
    const fitPaper = () => chart.resize({ width: PRINT_WIDTH });
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    addEventListener('beforeprint', fitPaper);
    addEventListener('afterprint', fit);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', fitPaper);
      removeEventListener('afterprint', fit);
      chart.dispose();
    };
  }, [props, language]);

  return <div ref={box} role="img" aria-label={label} style={{ blockSize: CHART_HEIGHT }} />;
}

function optionOf(props: Props, narrow: boolean): echarts.EChartsCoreOption {
  const { label, periods, series, format, dark } = props;
  const ink = dark ? '#ced4da' : '#343a40';
  const line = dark ? '#495057' : '#dee2e6';
  const colour = {
    main: dark ? '#45aec4' : '#0e6187',
    other: dark ? '#adb5bd' : '#5c6b75',
    target: dark ? '#f6ad55' : '#b45309',
  };
  const show = (value: unknown) => (typeof value === 'number' ? format(value) : '—');

  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    // A name, not `inherit`: ECharts measures the words itself.
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
    grid: {
      left: 8,
      right: 16,
      top: 16 + LEGEND_LINE * (narrow ? series.length : 1),
      bottom: 8,
      containLabel: true,
    },
    legend: {
      top: 0,
      left: 0,
      orient: narrow ? 'vertical' : 'horizontal',
      textStyle: { color: ink },
      itemGap: narrow ? 8 : 24,
      selectedMode: false,
    },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: show },
    xAxis: {
      type: 'category',
      data: [...periods],
      boundaryGap: false,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: ink },
    },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: show, color: ink },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.map(({ name, values, kind = 'main' }) => ({
      name,
      type: 'line',
      data: [...values],
      symbol: 'none',
      lineStyle: { width: 2, type: kind === 'target' ? 'dashed' : 'solid', color: colour[kind] },
      itemStyle: { color: colour[kind] },
    })),
  };
}
