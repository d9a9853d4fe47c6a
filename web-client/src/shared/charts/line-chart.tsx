import { lazy, Suspense } from 'react';
import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CHART_HEIGHT } from './chart-size';

export type LineSeries = {
  name: string;
  /** One for each period; null breaks the line. */
  values: readonly (number | null)[];
  /** `target` is dashed; `other` is a quieter line to compare with. */
  kind?: 'main' | 'other' | 'target';
};

export type LineChartProps = {
  /** What a screen reader says instead of the picture. */
  label: string;
  periods: readonly string[];
  series: readonly LineSeries[];
  format: (value: number) => string;
};

/** ECharts is heavy: it comes only with the first chart. */
const EChartsLine = lazy(() => import('./line-chart-echarts'));

export function LineChart(props: LineChartProps) {
  const dark = useComputedColorScheme('light') === 'dark';
  const { i18n } = useTranslation();

  return (
    <Suspense fallback={<Skeleton h={CHART_HEIGHT} />}>
      <EChartsLine {...props} dark={dark} language={i18n.language} />
    </Suspense>
  );
}
