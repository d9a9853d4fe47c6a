import type { ReactNode } from 'react';
import { Alert, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { settings, type StorageUsage } from './api';
import cls from './storage-card.module.css';

/** From this share on the room is called nearly used. */
const NEARLY = 0.9;

/** What the organization's files take up, and whose they are. */
export function StorageCard({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('settings');
  const usage = useQuery(settings.storage(organizationId));
  return (
    <section className={cls.card} aria-labelledby="storage-title">
      <Title order={2} size="h4" id="storage-title" mb="xs">
        {t('storage.title')}
      </Title>
      {usage.error && <Failure error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data && <Usage usage={usage.data} />}
    </section>
  );
}

function Usage({ usage: { organization, kinds, programs, persons, programLimit, personLimit, takesFiles } }: { usage: StorageUsage }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const share = organization.limit > 0 ? Math.min(1, organization.used / organization.limit) : 1;
  const used = t('storage.used', { used: format.size(organization.used), limit: format.size(organization.limit) });

  return (
    <Stack gap="sm">
      {!takesFiles && (
        <Alert color="red" variant="outline">
          {t('storage.closed')}
        </Alert>
      )}
      <div>
        <Text className="numbers" mb={4}>
          {used}
        </Text>
        <Progress.Root>
          <Progress.Section value={100 * share} color={share >= NEARLY ? 'red' : 'blue'} aria-label={used} />
        </Progress.Root>
      </div>
      {share >= NEARLY && <Text size="sm">{t('storage.nearly')}</Text>}
      {kinds.length > 0 && (
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
          <Rows title={t('storage.kinds')} rows={kinds.map(({ kind, ...row }) => ({ key: kind, name: t(`storage.kind.${kind}`), ...row }))} />
          <Rows
            title={t('storage.programs')}
            note={t('storage.each', { limit: format.size(programLimit) })}
            rows={programs.map(({ id, title, ...row }) => ({
              key: id,
              name: (
                <Link to="/programs/$programId" params={{ programId: id }} search={{ tab: 'products' }}>
                  {title}
                </Link>
              ),
              ...row,
            }))}
          />
          <Rows
            title={t('storage.persons')}
            note={t('storage.each', { limit: format.size(personLimit) })}
            rows={persons.map((row, i) => ({ key: `${i}`, ...row }))}
          />
        </SimpleGrid>
      )}
    </Stack>
  );
}

type Row = { key: string; name: ReactNode; bytes: number; files: number };

function Rows({ title, note, rows }: { title: string; note?: string; rows: Row[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <ul className={cls.rows} aria-label={title}>
        {rows.map(({ key, name, bytes, files }) => (
          <li key={key}>
            <span>{name}</span>
            <span className="numbers">{t('storage.row', { size: format.size(bytes), count: files })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
