import { useState } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { duplicates, type Pair, type Where } from './api';
import { MergeList } from './merge-list';
import { PairCard } from './pair-card';

const MergeDialog = dialogLater(async () => (await import('./merge-dialog')).MergeDialog, ({ pair }) => pair !== undefined);

/** Records that are likely one person, and those that were made one. */
export function DuplicatesPage({ where }: { where: Where }) {
  const { t } = useTranslation('duplicates');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const pages = useInfiniteQuery(duplicates.list(where));
  const [chosen, setChosen] = useState<Pair>();
  const pairs = pages.data?.pages.flatMap(({ items }) => items);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: duplicates.all() }),
      client.invalidateQueries({ queryKey: ['people'] }),
    ]);
  /** Two records that have become one cannot be compared once more: what was read of them is only forgotten. */
  const finish = async () => {
    setChosen(undefined);
    notifications.show({ message: t('merge.done'), closeButtonProps: { 'aria-label': common('form.close') } });
    await client.invalidateQueries({ queryKey: duplicates.all(), refetchType: 'none' });
    await Promise.all([
      client.refetchQueries({ queryKey: duplicates.all(), type: 'active', predicate: ({ queryKey }) => queryKey[1] !== 'preview' }),
      client.invalidateQueries({ queryKey: ['people'] }),
    ]);
  };

  return (
    <>
      <PageHeader title={t('title')} />
      <Text size="sm" c="dimmed" mb="md" maw={720}>
        {t('about')}
      </Text>
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pairs?.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      {pairs && pairs.length > 0 && (
        <>
          <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {pairs.map((pair) => (
              <li key={`${pair.first.personId}/${pair.second.personId}`}>
                <PairCard pair={pair} onCompare={() => setChosen(pair)} />
              </li>
            ))}
          </Stack>
          <LoadMore pages={pages} shown={pairs.length} />
        </>
      )}
      <Title order={2} mt="xl" mb="xs">
        {t('merges.title')}
      </Title>
      <MergeList organizationId={where.organizationId} refresh={refresh} />
      <MergeDialog pair={chosen} refresh={refresh} onDone={finish} onClose={() => setChosen(undefined)} />
    </>
  );
}
