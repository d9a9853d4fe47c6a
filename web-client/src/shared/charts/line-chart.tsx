import { lazy, Suspense } from 'react';
import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNear } from '../ui/use-near';
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

/** ECharts is heavy: it comes with the first chart that somebody comes near to. */
const EChartsLine = lazy(() => import('./line-chart-echarts'));

export function LineChart(props: LineChartProps) {
  const dark = useComputedColorScheme('light') === 'dark';
  const { i18n } = useTranslation();

  const { box, near } = useNear<HTMLDivElement>();
  const room = <Skeleton h={CHART_HEIGHT} />;

  return (
    <div ref={box}>
      {near ? (
        <Suspense fallback={room}>
          <EChartsLine {...props} dark={dark} language={i18n.language} />
        </Suspense>
      ) : (
        room
      )}
    </div>
  );
}
