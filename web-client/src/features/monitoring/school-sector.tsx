import { Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSector } from '@/shared/dictionary/use-sector';
import { useNear } from '@/shared/ui/use-near';
import { monitoring } from './api';
import cls from './school-page.module.css';
import type { DashboardSearch } from './search';
import { useMeasures } from './use-measures';

type Props = { id: string; period: DashboardSearch['period'] };

/** What the organization's sector is to reach, each result with the indicators that show it. */
export function SchoolSector({ id, period }: Props) {
  const { t } = useTranslation('monitoring');
  const { data: catalogue } = useSuspenseQuery(monitoring.indicators());
  const { data: dashboard } = useSuspenseQuery(monitoring.school(id, period));
  const measures = useMeasures();
  const { box, near } = useNear<HTMLDivElement>();
  const sector = useSector(id, near);
  if (!sector?.results.length) return <div ref={box} />;

  const shown = (code: string) => {
    const indicator = catalogue.find((one) => one.code === code);
    const value = dashboard.indicators.find((one) => one.code === code);
    return indicator && value && `${measures.name(indicator)}: ${measures.text(value, indicator)}`;
  };

  return (
    <section aria-labelledby="sector" className={cls.waits}>
      <Title order={2} id="sector" mb={4}>
        {t('sector.title', { sector: sector.name })}
      </Title>
      {sector.directions.map(({ code, name }) => (
        <Text key={code} size="sm" c="dimmed">
          {name}
        </Text>
      ))}
      <ul className={cls.results}>
        {sector.results.map(({ code, name, indicators }) => (
          <li key={code}>
            {name}
            {indicators.map(shown).map((text) => text && <div key={text} className={cls.measure}>{text}</div>)}
          </li>
        ))}
      </ul>
    </section>
  );
}
