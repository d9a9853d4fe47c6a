import { Anchor, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { PageHeader } from '@/shared/ui/page-header';
import { monitoring } from './api';
import cls from './catalogue.module.css';
import type { CatalogueSearch } from './search';
import { themesOf } from './themes';
import { useMeasures } from './use-measures';

type Props = { search: CatalogueSearch; onSearch: (change: Partial<CatalogueSearch>) => void };

/** Every indicator with what it means, in the groups of the dashboards. */
export function IndicatorsPage({ search, onSearch }: Props) {
  const { t } = useTranslation('monitoring');
  const { name, formula } = useMeasures();
  const { data: catalogue } = useSuspenseQuery(monitoring.indicators());

  const words = (search.q ?? '').toLocaleLowerCase().split(/\s+/);
  const found = catalogue.filter((indicator) => {
    const text = `${name(indicator)} ${formula(indicator)} ${indicator.code}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });

  return (
    <>
      <PageHeader title={t('catalogue.title')} summary={t('catalogue.summary', { count: found.length })} />
      <FilterBar search={search.q} onSearch={(q) => onSearch({ q })} searchLabel={t('catalogue.search')} />
      {found.length === 0 && <EmptyState title={t('catalogue.none')} text={t('catalogue.noneText')} />}
      {themesOf(found).map(({ theme, indicators }) => (
        <section key={theme} aria-labelledby={`theme-${theme}`}>
          <Title order={2} id={`theme-${theme}`} mt="md" mb="xs">
            {t(`theme.${theme}`)}
          </Title>
          <ul className={cls.list}>
            {indicators.map((indicator) => (
              <li key={indicator.code}>
                <Anchor
                  fw={600}
                  renderRoot={(props) => <Link to="/indicators/$indicator" params={{ indicator: indicator.code }} {...props} />}
                >
                  {name(indicator)}
                </Anchor>
                <Text size="sm" c="dimmed" className={cls.formula}>
                  {formula(indicator)}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
