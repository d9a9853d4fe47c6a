import { useState } from 'react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { duplicates, undoMerge, type Merge } from './api';

type Props = { organizationId: string | undefined; refresh: () => Promise<unknown> };

/** What was made one, the latest first; what still holds can be taken back. */
export function MergeList({ organizationId, refresh }: Props) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const pages = useInfiniteQuery(duplicates.merges(organizationId));
  const [undoing, setUndoing] = useState<Merge>();
  const { act, dialog } = useRefreshingAct(refresh);
  const merges = pages.data?.pages.flatMap(({ items }) => items);

  if (pages.isError) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!merges?.length) return <Text c="dimmed">{merges && t('merges.none')}</Text>;
  return (
    <>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {merges.map((merge) => (
          <Paper key={merge.id} component="li" withBorder p="sm">
            <Group justify="space-between" gap="xs">
              <div>
                <Text fw={500}>{t('merges.one', { kept: merge.survivorName, absorbed: merge.absorbedName })}</Text>
                <Text size="sm" c="dimmed">
                  {format.instant(merge.mergedAt)}
                  {merge.undoneAt && ` · ${t('merges.undone', { at: format.instant(merge.undoneAt) })}`}
                </Text>
                {merge.reason && <Text size="sm">{merge.reason}</Text>}
              </div>
              {merge.mayUndo && (
                <Button variant="default" size="xs" onClick={() => setUndoing(merge)}>
                  {t('merges.undo')}
                </Button>
              )}
            </Group>
          </Paper>
        ))}
      </Stack>
      <LoadMore pages={pages} shown={merges.length} />
      <ConfirmDialog
        opened={undoing !== undefined}
        onClose={() => setUndoing(undefined)}
        title={t('merges.undoTitle')}
        confirmLabel={t('merges.undo')}
        onConfirm={() => (undoing ? act(() => undoMerge(undoing)) : undefined)}
      >
        <Text size="sm">{t('merges.undoText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
