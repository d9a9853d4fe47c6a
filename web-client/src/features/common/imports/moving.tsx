import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServerEvents } from '@/shared/sse/use-server-events';
import { ProgressBar } from '@/shared/ui/server-progress';
import { eventsOf, imports, type Import } from './api';

/** A job works on the import; the server tells how far it is. */
export function Moving({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { id, status, rowsDone, rowsTotal } = current;

  useServerEvents(eventsOf(id), ({ event, data }) => {
    if (event !== 'import') return;
    const next = JSON.parse(data) as Import;
    client.setQueryData(imports.detail(id).queryKey, next);
    // Who came, changed and left shows in every list of people and organizations.
    if (next.status === 'Applied') void client.invalidateQueries({ predicate: ({ queryKey: [area] }) => area === 'people' || area === 'organizations' });
  });

  const isCounted = rowsTotal > 0 && status !== 'Received' && status !== 'Confirmed';
  return (
    <Stack gap="xs" maw={640} aria-live="polite">
      <ProgressBar
        label={t(`moving.${status as 'Received'}`)}
        {...(isCounted ? { advance: { done: rowsDone, total: rowsTotal } } : {})}
      />
      <Text size="sm" c="dimmed">
        {t('moving.leave')}
      </Text>
    </Stack>
  );
}
