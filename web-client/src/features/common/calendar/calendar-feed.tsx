import { useState } from 'react';
import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { calendar, calendarActs } from './api';

/** The secret address by which a phone's calendar shows the meetings and the deadlines. */
export function CalendarFeed() {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const client = useQueryClient();
  const feed = useQuery(calendar.feed());
  const [address, setAddress] = useState('');
  const [asking, setAsking] = useState<'create' | 'revoke'>();
  const createdAt = feed.data?.createdAt;
  const what = asking ?? 'create';

  const send = async () => {
    const made = what === 'create' ? await calendarActs.create() : await calendarActs.revoke().then(() => undefined);
    setAddress(made ? new URL(made.path, location.origin).href : '');
    await client.invalidateQueries({ queryKey: calendar.feed().queryKey });
  };

  return (
    <section aria-labelledby="calendar-feed">
      <Title order={2} id="calendar-feed" mt="lg" mb="xs">
        {t('title')}
      </Title>
      <Stack gap="sm" maw={640}>
        <Text>{t('lead')}</Text>
        {feed.error && <Failure error={feed.error} onRetry={() => void feed.refetch()} />}
        {createdAt && !address && <Text c="dimmed">{t('since', { date: format.instant(createdAt) })}</Text>}
        {address && (
          <Stack gap="xs" role="status">
            <TextInput
              label={t('address')}
              description={t('once')}
              value={address}
              readOnly
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Group>
                  <Button variant="default" onClick={copy}>
                    {t(copied ? 'copied' : 'copy')}
                  </Button>
                </Group>
              )}
            </CopyButton>
          </Stack>
        )}
        {feed.data && (
          <Group gap="xs">
            <Button variant={createdAt ? 'default' : 'filled'} onClick={() => (createdAt ? setAsking('create') : void send())}>
              {t(createdAt ? 'renew' : 'create')}
            </Button>
            {createdAt && (
              <Button variant="default" onClick={() => setAsking('revoke')}>
                {t('revoke')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(what === 'create' ? 'renewTitle' : 'revokeTitle')}
        confirmLabel={t(what === 'create' ? 'renew' : 'revoke')}
        danger
        onConfirm={send}
      >
        <Text>{t(what === 'create' ? 'renewText' : 'revokeText')}</Text>
      </ConfirmDialog>
    </section>
  );
}
