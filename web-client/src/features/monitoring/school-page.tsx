import type { ReactNode } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { PageHeader } from '@/shared/ui/page-header';
import { territoryLine } from '@/shared/territories/api';
import { monitoring } from './api';
import { Crumbs } from './crumbs';
import { HowCounted } from './how-counted';
import { MarksLegend } from './marks';
import { parsePeriod } from './period';
import { PeriodPicker } from './period-picker';
import { SchoolSector } from './school-sector';
import { SchoolTable } from './school-table';
import { SchoolTrend } from './school-trend';
import { SchoolWaits } from './school-waits';
import type { DashboardSearch } from './search';
import { newestMonth, ShownPeriod } from './shown-period';
import { besides, ThemeTabs } from './themes';
import cls from './views.module.css';

type Props = {
  id: string;
  /** What waits for the user here; another feature's. */
  queue?: ReactNode;
  /** The state of other parts of the system, each in a card; other features'. */
  glances?: ReactNode;
  search: DashboardSearch;
  onSearch: (change: Partial<DashboardSearch>) => void;
  /** The user may see the school's programs. */
  seesPrograms: boolean;
};

/** Home of a school: its indicators beside those of the places around it. */
export function SchoolPage({ id, queue, glances, search, onSearch, seesPrograms }: Props) {
  const { t } = useTranslation('monitoring');
  const { data: catalogue } = useSuspenseQuery(monitoring.indicators(search.period));
  const { data: dashboard } = useSuspenseQuery(monitoring.school(id, search.period));
  const { organization, period, asOf, indicators } = dashboard;
  const { data: line } = useSuspenseQuery(territoryLine(organization.territoryCode));

  const indicator = catalogue.find(({ code }) => code === search.indicator) ?? catalogue[0];
  const value = indicators.find(({ code }) => code === indicator?.code);

  return (
    <>
      <Crumbs above={[...line.above, line]} here={organization.nameShort} search={search} />
      <PageHeader title={organization.nameShort} summary={<ShownPeriod period={period} asOf={asOf} />} />
      {glances && <div className={cls.glances}>{glances}</div>}
      {seesPrograms && <SchoolWaits organizationId={id} />}
      {queue}
      <FilterBar>
        <PeriodPicker
          shown={parsePeriod(period.code)!}
          newest={newestMonth(dashboard)}
          onChange={(chosen) => onSearch({ period: chosen })}
        />
      </FilterBar>
      <SchoolSector id={id} period={search.period} />
      {indicator && value ? (
        <div className={cls.views}>
          <ThemeTabs catalogue={catalogue} current={indicator} onChoose={(chosen) => onSearch({ indicator: chosen })} />
          <SchoolTable catalogue={besides(catalogue, indicator)} dashboard={dashboard} current={indicator.code} search={search} />
          <SchoolTrend
            catalogue={catalogue}
            indicator={indicator}
            value={value}
            organization={organization}
            around={line}
            onSearch={onSearch}
          />
          <MarksLegend marks={indicators.flatMap((one) => [one.mark, one.territoryMark, one.regionMark, one.federationMark])} />
          <HowCounted indicator={indicator} value={value} asOf={asOf} place={{ organization: id }} />
        </div>
      ) : (
        <EmptyState title={t('school.none')} text={t('school.noneText')} />
      )}
    </>
  );
}
