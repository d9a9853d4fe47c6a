import { useState } from 'react';
import { Button, Group, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { diagnosis, type DiagnosisItem } from './api';
import { madeBy, tones, views, type DiagnosesSearch } from './search';

const StartDialog = dialogLater(async () => (await import('./start-dialog')).StartDialog);

type Props = { search: DiagnosesSearch; onSearch: (change: DiagnosesSearch) => void };

/** The own diagnoses, what is asked of an expert, and what teachers have shared. */
export function DiagnosesPage({ search, onSearch }: Props) {
  const { t } = useTranslation('diagnosis');
  const [starting, setStarting] = useState(false);
  const { view = 'Own' } = search;
  const query = useInfiniteQuery(diagnosis.list(search));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const start = <Button onClick={() => setStarting(true)}>{t('start.title')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        {view === 'Own' && rows?.length ? start : null}
      </PageHeader>
      <Stack gap="md" maw={860}>
        <SegmentedControl
          aria-label={t('title')}
          value={view}
          onChange={(chosen) => onSearch({ view: views.find((one) => one === chosen && one !== 'Own') })}
          data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        {!rows && !query.error && <Skeleton h={120} aria-busy />}
        {rows?.length === 0 && (
          <EmptyState title={t(`none.${view}`)} text={t(`noneText.${view}`)}>
            {view === 'Own' && start}
          </EmptyState>
        )}
        {rows && rows.length > 0 && (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {rows.map((row) => (
              <Row key={row.id} row={row} own={view === 'Own'} />
            ))}
          </Stack>
        )}
        {query.hasNextPage && <LoadMore pages={query} shown={rows?.length ?? 0} />}
      </Stack>
      <StartDialog opened={starting} onClose={() => setStarting(false)} />
    </>
  );
}

function Row({ row, own }: { row: DiagnosisItem; own: boolean }) {
  const { t } = useTranslation('diagnosis');
  const format = useFormat();
  const about = [own ? row.expertName && t(madeBy(row.author), { name: row.expertName }) : row.personName, row.organizationName].filter(Boolean);
  return (
    <Paper component="li" withBorder p="md" radius="md">
      <Group justify="space-between" gap="xs">
        <Link to="/diagnoses/$diagnosisId" params={{ diagnosisId: row.id }}>
          {format.language === 'ru' ? row.instrumentNameRu : row.instrumentNameEn}
        </Link>
        <StatusTag tone={tones[row.status]}>{t(`status.${row.status}`)}</StatusTag>
      </Group>
      <Text size="sm">{about.join(' · ')}</Text>
      <Text size="sm" c="dimmed">
        {row.doneAt ? t('doneAt', { at: format.instant(row.doneAt) }) : t('startedAt', { at: format.instant(row.startedAt) })}
        {own && row.doneAt && ` · ${row.readers ? t('sharedWith', { count: row.readers }) : t('sharedWithNobody')}`}
      </Text>
    </Paper>
  );
}
