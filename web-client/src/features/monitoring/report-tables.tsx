import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Indicator, TerritoryDashboard } from './api';
import { ChangeText } from './change-text';
import { Base, Coverage } from './coverage';
import { MarksLegend } from './marks';
import { baseAt, markAt, SMALL_BASE, valueAt, type Place } from './place';
import cls from './report.module.css';
import { themesOf } from './themes';
import { useMeasures } from './use-measures';

type SummaryProps = { catalogue: readonly Indicator[]; dashboard: TerritoryDashboard };

/** Every indicator of the territory with what it is made of. */
export function ReportSummary({ catalogue, dashboard }: SummaryProps) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();

  return (
    <table className={cls.table}>
      <thead>
        <tr>
          <th scope="col">{t('table.indicator')}</th>
          <th scope="col">{t('table.value')}</th>
          <th scope="col">{t('table.change')}</th>
          <th scope="col">{t('table.numerator')}</th>
          <th scope="col">{t('table.denominator')}</th>
          <th scope="col">{t('table.coverage')}</th>
        </tr>
      </thead>
      {themesOf(catalogue).map(({ theme, indicators }, _, { length }) => (
        <tbody key={theme}>
          {length > 1 && (
            <tr>
              <th colSpan={6} scope="rowgroup">
                {t(`theme.${theme}`)}
              </th>
            </tr>
          )}
          {indicators.map((indicator) => {
            const value = dashboard.indicators.find(({ code }) => code === indicator.code);
            return (
              <tr key={indicator.code}>
                <th scope="row">{measures.name(indicator)}</th>
                <td>
                  {!value || value.value === null
                    ? `${value ? measures.text(value, indicator) : '—'} (${measures.reason(indicator, value?.mark)})`
                    : measures.text(value, indicator)}
                </td>
                <td>
                  {value && <ChangeText value={value} indicator={indicator} period={dashboard.period} named />}
                </td>
                <td>{value?.numerator === null ? '—' : measures.count(value?.numerator ?? 0)}</td>
                <td>{value?.denominator === null ? '—' : measures.count(value?.denominator ?? 0)}</td>
                <td>
                  {value && <Coverage {...value} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

type PlacesProps = {
  label: string;
  catalogue: readonly Indicator[];
  /** Those that have any value. */
  places: readonly Place[];
  without: number;
};

/** All indicators of each place one level down; those without a single number are only counted. */
export function ReportPlaces({ label, catalogue, places, without }: PlacesProps) {
  const { t } = useTranslation('monitoring');
  const measures = useMeasures();

  return (
    <>
      <table className={cls.table}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {catalogue.map((indicator) => (
              <th key={indicator.code} scope="col">
                {measures.name(indicator)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.id}>
              <th scope="row">{place.name}</th>
              {catalogue.map((indicator) => (
                <td key={indicator.code}>
                  {measures.text({ value: valueAt(place, indicator.code), mark: markAt(place, indicator.code) }, indicator)}
                  <Base text={baseAt(place, indicator.code, measures)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed">
        {t('baseHint', { limit: SMALL_BASE })}
      </Text>
      <MarksLegend marks={places.flatMap(({ values }) => values.map(({ mark }) => mark))} />
      {without > 0 && (
        <Text size="xs" c="dimmed">
          {t('league.without', { count: without })}
        </Text>
      )}
    </>
  );
}
