import { useMemo } from 'react';
import { Group, NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNear } from '@/shared/ui/use-near';
import { monitoring, type Indicator, type SchoolDashboard, type SchoolIndicator } from './api';
import type { DashboardSearch } from './search';
import { SeriesView, type Line } from './series-view';
import { useMeasures } from './use-measures';

type Props = {
  catalogue: readonly Indicator[];
  indicator: Indicator;
  value: SchoolIndicator;
  organization: SchoolDashboard['organization'];
  /** The municipality to compare with. */
  around: { code: string; nameRu: string; nameEn: string };
  onSearch: (change: Partial<DashboardSearch>) => void;
};

export function SchoolTrend({ catalogue, indicator, value, organization, around, onSearch }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const { box, near } = useNear<HTMLElement>();
  const { data: other } = useQuery({ ...monitoring.series(around.code, indicator.code), enabled: near });

  const own = organization.nameShort;
  const beside = measures.name(around);
  const lines = useMemo<Line[]>(
    () => [
      { name: own, points: value.points },
      ...(other ? [{ name: beside, points: other.points }] : []),
    ],
    [own, beside, value.points, other],
  );

  return (
    <section ref={box} aria-labelledby="trend">
      <Group justify="space-between" align="end" mt="lg" mb="sm" gap="sm">
        <Title order={2} id="trend">
          {t('school.trend')}
        </Title>
        <NativeSelect
          aria-label={t('indicator')}
          value={indicator.code}
          onChange={(event) => onSearch({ indicator: event.currentTarget.value })}
          data={catalogue.map((known) => ({ value: known.code, label: measures.name(known) }))}
        />
      </Group>
      <SeriesView indicator={indicator} lines={lines} />
    </section>
  );
}
