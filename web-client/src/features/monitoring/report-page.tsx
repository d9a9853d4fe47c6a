import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/page-header';
import { monitoring } from './api';
import { League } from './league';
import { valueAt } from './place';
import { ReportPlaces, ReportSummary } from './report-tables';
import cls from './report.module.css';
import type { DashboardSearch } from './search';
import { ShownPeriod } from './shown-period';
import { TerritoryPlaces } from './territory-places';
import { RegionTiles } from './territory-views';
import { besides } from './themes';
import { useMeasures } from './use-measures';

type Props = { code: string; search: DashboardSearch; listsSchools: boolean };

/** Holds for the whole paper: a named page would leave an empty sheet of the other direction behind it. */
const ACROSS = '@page { size: A4 landscape; margin: 12mm; }';

/** A territory's indicators on paper: A4 across. */
export function ReportPage({ code, search, listsSchools }: Props) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();
  const { data: catalogue } = useSuspenseQuery(monitoring.indicators(search.period));
  const { data: dashboard } = useSuspenseQuery(monitoring.territory(code, search.period));
  const { territory, period, asOf } = dashboard;

  const indicator = catalogue.find(({ code: known }) => known === search.indicator) ?? catalogue[0];
  if (!indicator) return null;
  const isFederation = territory.level === 'Federation';
  const whole = {
    name: measures.name(territory),
    value: dashboard.indicators.find(({ code: known }) => known === indicator.code)?.value ?? null,
  };

  return (
    <div className={cls.report}>
      <style>{ACROSS}</style>
      <PageHeader
        title={t('reportPage.title', { name: whole.name })}
        summary={<ShownPeriod period={period} asOf={asOf} still />}
      >
        <Group gap="xs" className="no-print">
          <Text size="sm" c="dimmed">
            {t('reportPage.hint')}
          </Text>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/analytics/$territory" params={{ territory: code }} search={search} {...props} />
            )}
          >
            {t('backToPage')}
          </Button>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => globalThis.print()}>
            {t('print')}
          </Button>
        </Group>
      </PageHeader>

      {/* Wide tables scroll within their part, and whoever has no mouse scrolls with the keys. */}
      <section aria-labelledby="report-indicators" tabIndex={0}>
        <Title order={2} id="report-indicators">{t('reportPage.indicators')}</Title>
        <ReportSummary catalogue={catalogue} dashboard={dashboard} />
      </section>
      <TerritoryPlaces dashboard={dashboard} period={search.period} byDistrict={false} listsSchools={listsSchools}>
        {(places, label) => {
          const shown = besides(catalogue, indicator);
          const known = places.filter((place) => shown.some(({ code: one }) => valueAt(place, one) !== null));
          return (
            <>
              <section className={cls.picture} aria-labelledby="report-picture" tabIndex={0}>
                <Title order={2} id="report-picture" mb="xs">
                  {t(isFederation ? 'reportPage.map' : 'reportPage.league', { indicator: measures.name(indicator) })}
                </Title>
                {isFederation ? (
                  <RegionTiles indicator={indicator} places={places} search={search} period={period.code} />
                ) : (
                  <League indicator={indicator} places={places} whole={whole} search={search} />
                )}
              </section>
              <section aria-labelledby="report-places" tabIndex={0}>
                <Title order={2} id="report-places">{t('reportPage.places')}</Title>
                <ReportPlaces label={label} catalogue={shown} places={known} without={places.length - known.length} />
              </section>
            </>
          );
        }}
      </TerritoryPlaces>
    </div>
  );
}
