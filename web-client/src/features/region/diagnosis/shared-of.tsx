import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { diagnosis, type DiagnosisItem } from './api';
import cls from './result.module.css';

/** The diagnoses that one teacher has shared with the reader: the levels of the latest, and links to all. */
export function SharedDiagnoses({ personId }: { personId: string }) {
  const { t } = useTranslation('diagnosis');
  const format = useFormat();
  const query = useInfiniteQuery(diagnosis.list({ view: 'Shared', personId }));
  return (
    <section aria-labelledby="shared-diagnoses">
      <Title order={2} size="h3" mb="xs" id="shared-diagnoses">
        {t('sharedOf.title')}
      </Title>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Text c="dimmed">{t('sharedOf.none')}</Text>;
          const latest = rows.filter((one, at) => one.status === 'Done' && rows.findIndex(({ kind, status }) => kind === one.kind && status === 'Done') === at);
          return (
            <Stack gap="md">
              {latest.map((one) => (
                <Levels key={one.id} item={one} />
              ))}
              <ul>
                {rows.map((one) => (
                  <li key={one.id}>
                    <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId: one.id }}>
                      {format.language === 'ru' ? one.instrumentNameRu : one.instrumentNameEn}
                    </Link>
                    {one.doneAt && ` · ${t('doneAt', { at: format.instant(one.doneAt) })}`}
                  </li>
                ))}
              </ul>
              {query.hasNextPage && <LoadMore pages={query} shown={rows.length} />}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}

function Levels({ item }: { item: DiagnosisItem }) {
  const { t } = useTranslation('diagnosis');
  const areas = useDictionary('competence-area');
  const { data } = useQuery(diagnosis.one(item.id));
  if (!data) return null;
  return (
    <div>
      <Text fw={600}>{t(`sharedOf.${item.kind}`)}</Text>
      {[...data.areas]
        .sort((a, b) => a.level - b.level)
        .map(({ area, level }) => (
          <div key={area}>
            <Text size="sm">
              {areas.name(area)} · {level}
            </Text>
            <div className={cls.bar} aria-hidden>
              <span style={{ width: `${level}%` }} />
            </div>
          </div>
        ))}
    </div>
  );
}
