import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import { identity, type OpenSession } from './api';
import { Success } from './success';

/** Where the user is signed in, and the way to end what was left open elsewhere. */
export function Sessions() {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const client = useQueryClient();
  const sessions = useQuery(identity.sessions());
  const endOne = useMutation(identity.endSession());
  const endOthers = useMutation(identity.endOtherSessions());
  const [asking, setAsking] = useState(false);
  const [news, setNews] = useState<string>();
  const device = (session: OpenSession) => session.device ?? t('sessions.unknown');
  const others = sessions.data?.filter(({ current }) => !current) ?? [];

  const finish = async (text: string) => {
    await client.invalidateQueries({ queryKey: identity.sessions().queryKey });
    setNews(text);
  };
  const end = (session: OpenSession) => {
    setNews(undefined);
    endOne.mutate(session.id, { onSuccess: () => finish(t('sessions.ended', { device: device(session) })) });
  };
  const endAll = async () => {
    await endOthers.mutateAsync();
    await finish(t('sessions.othersEnded'));
  };

  const columns: Column<OpenSession>[] = [
    { id: 'device', header: t('sessions.device'), rowHeader: true, width: 2, value: device },
    { id: 'startedAt', header: t('sessions.startedAt'), value: ({ startedAt }) => startedAt, cell: ({ startedAt }) => format.instant(startedAt) },
    { id: 'seenAt', header: t('sessions.seenAt'), value: ({ seenAt }) => seenAt, cell: ({ seenAt }) => format.instant(seenAt) },
    {
      id: 'act',
      header: t('sessions.act'),
      unsortable: true,
      value: ({ current }) => current,
      cell: (session) =>
        session.current ? (
          <StatusTag tone="ok">{t('sessions.current')}</StatusTag>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('sessions.endOf', { device: device(session) })}
            loading={endOne.isPending && endOne.variables === session.id}
            onClick={() => end(session)}
          >
            {t('sessions.end')}
          </Button>
        ),
    },
  ];

  return (
    <section>
      <Title order={2} mt="lg" mb="xs">
        {t('sessions.title')}
      </Title>
      <Stack gap="sm">
        <Text size="sm" maw={640}>
          {t('sessions.about')}
        </Text>
        {news && <Success key={news} text={news} />}
        {endOne.error && <Failure error={endOne.error} />}
        <DataTable
          id="my-sessions"
          label={t('sessions.title')}
          columns={columns}
          rows={sessions.data}
          rowKey={({ id }) => id}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
          wrap
        />
        {others.length > 0 && (
          <Group>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('sessions.endOthers')}
            </Button>
          </Group>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.endOthersTitle')}
        confirmLabel={t('sessions.endOthers')}
        danger
        onConfirm={endAll}
      >
        <Text>{t('sessions.endOthersText')}</Text>
      </ConfirmDialog>
    </section>
  );
}
