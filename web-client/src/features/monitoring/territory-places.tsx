import { useMemo, type ReactNode } from 'react';
import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { monitoring, type TerritoryDashboard } from './api';
import { placeOfSchool, placeOfTerritory, type Place } from './place';
import { useMeasures } from './use-measures';

type Props = {
  dashboard: TerritoryDashboard;
  /** As it stands in the address. */
  period: string | undefined;
  byDistrict: boolean;
  /** The user's role sees single schools. */
  listsSchools: boolean;
  children: (places: readonly Place[], label: string) => ReactNode;
};

/** What lies one level below: territories come with the dashboard, schools from a list of their own. */
export function TerritoryPlaces({ dashboard, period, byDistrict, listsSchools, children }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const { territory, regions } = dashboard;

  const below = regions && !byDistrict ? regions : dashboard.children;
  const places = useMemo(() => below.map((child) => placeOfTerritory(child, measures)), [below, measures]);

  if (territory.level === 'Municipality')
    return listsSchools ? (
      <Schools code={territory.code} period={period}>
        {children}
      </Schools>
    ) : (
      <Closed />
    );
  if (territory.level === 'Region') return children(places, t('places.territories'));
  return children(places, t(byDistrict ? 'places.districts' : 'places.regions'));
}

type SchoolsProps = { code: string; period: string | undefined; children: Props['children'] };

function Schools({ code, period, children }: SchoolsProps) {
  const { t } = useTranslation('monitoring');
  const schools = useInfiniteQuery(monitoring.schools(code, period));
  const places = useMemo(
    () => schools.data?.pages.flatMap(({ items }) => items.map(placeOfSchool)),
    [schools.data],
  );

  if (!places) {
    if (!schools.error) return <Skeleton h={240} />;
    const isClosed = schools.error instanceof ApiError && schools.error.status === 404;
    return isClosed ? (
      <Closed />
    ) : (
      <Failure error={schools.error} onRetry={() => void schools.refetch()} />
    );
  }
  if (!places.length) return <EmptyState title={t('places.none')} text={t('places.noneText')} />;
  return (
    <>
      {children(places, t('places.schools'))}
      {schools.hasNextPage && <LoadMore pages={schools} shown={places.length} />}
    </>
  );
}

function Closed() {
  const { t } = useTranslation('monitoring');
  return <EmptyState title={t('places.closed')} text={t('places.closedText')} />;
}
