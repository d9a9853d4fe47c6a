import { useState } from 'react';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { StatusTag } from '@/shared/ui/status-tag';
import { entitlementActs, entitlements, type Entitlement } from './api';
import cls from './entitlements.module.css';

const EntitlementDialog = dialogLater(async () => (await import('./entitlement-dialog')).EntitlementDialog);

type Props = { organizationId: string; personId: string; mayManage?: boolean };

/** Measures of support to which a person is entitled, each with its legal source. */
export function Entitlements({ organizationId, personId, mayManage = false }: Props) {
  const { t } = useTranslation('entitlements');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(entitlements.of(organizationId, personId));
  const [written, setWritten] = useState<Entitlement | 'new'>();
  const [ended, setEnded] = useState<Entitlement>();
  const refresh = () => client.invalidateQueries({ queryKey: entitlements.all() });
  const { guard, dialog } = useStaleDialog(refresh);

  const act = async (send: () => Promise<unknown>) => {
    const done = await guard(async () => {
      await send();
      return true;
    });
    if (done) await refresh();
    return done ?? false;
  };

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={160} />;

  return (
    <section className={cls.section} aria-labelledby="entitlements">
      <Group justify="space-between" gap="xs">
        <Title order={2} id="entitlements">
          {t('title')}
        </Title>
        {mayManage && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWritten('new')}>
            {t('add')}
          </Button>
        )}
      </Group>
      {data.length === 0 && <EmptyState title={t('none')} text={t(mayManage ? 'noneManage' : 'noneOwn')} />}
      <ul className={cls.rows}>
        {data.map((item) => (
          <li key={item.id} className={cls.row}>
            <Row item={item} />
            {mayManage && (item.endsOn === null || item.endsOn > today()) && (
              <Group gap="xs" mt="xs">
                <Button size="xs" variant="default" onClick={() => setWritten(item)}>
                  {t('revise')}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => setEnded(item)}>
                  {t('end')}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <EntitlementDialog
        key={typeof written === 'object' ? written.id : written}
        opened={written !== undefined}
        {...(typeof written === 'object' ? { item: written } : {})}
        onClose={() => setWritten(undefined)}
        onSave={(terms) =>
          act(() =>
            typeof written === 'object'
              ? entitlementActs.revise(written.id, written.version, terms)
              : entitlementActs.grant(organizationId, personId, terms),
          )
        }
      />
      <ConfirmDialog
        opened={ended !== undefined}
        onClose={() => setEnded(undefined)}
        title={t('endTitle')}
        confirmLabel={t('end')}
        askReason
        danger
        onConfirm={(reason) =>
          ended &&
          act(() => entitlementActs.end(ended.id, ended.version, ended.startsOn > today() ? ended.startsOn : today(), reason))
        }
      >
        {ended && <Text>{t(`kind.${ended.kind}`)}</Text>}
      </ConfirmDialog>
      {dialog}
    </section>
  );
}

function Row({ item }: { item: Entitlement }) {
  const { t } = useTranslation('entitlements');
  const format = useFormat();
  const from = format.date(item.startsOn);
  const term = item.endsOn ? t('term', { from, until: format.lastDay(item.endsOn, item.startsOn) }) : t('since', { from });
  const tone = item.inForce ? 'ok' : item.startsOn > today() ? 'wait' : 'off';

  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {t(`kind.${item.kind}`)}
          {item.amountKopecks !== null && item.paid && `: ${format.money(item.amountKopecks)} ${t(`paid.${item.paid}`)}`}
        </Text>
        <StatusTag tone={tone}>{t(`state.${tone}`)}</StatusTag>
      </Group>
      <Text size="sm">{`${t(`level.${item.sourceLevel}`)}: ${item.source}`}</Text>
      <Text size="sm" c="dimmed">
        {[term, item.note, item.endedReason && t('endedBecause', { reason: item.endedReason })].filter(Boolean).join('. ')}
      </Text>
    </>
  );
}
