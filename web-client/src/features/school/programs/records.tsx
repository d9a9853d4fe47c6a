import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { planActs } from './plan-acts';
import { plans, type ProgramRecord } from './plan-api';
import cls from './program-page.module.css';
import { RecordDialog } from './record-dialog';
import type { Program } from './types';
import { useAct } from './use-act';

/** What the program is part of: courses of professional development, and the school's plan of methodical work. */
export function Records({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const [adding, setAdding] = useState(false);
  const records = useQuery(plans.records(program.id));
  if (records.error) return <Failure error={records.error} onRetry={() => void records.refetch()} />;
  if (!records.data) return null;
  const { items, mayAdd } = records.data;

  return (
    <section aria-labelledby="records">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="records">
          {t('records.title')}
        </Title>
        {mayAdd && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('records.add')}
          </Button>
        )}
      </Group>
      {items.length === 0 ? (
        <EmptyState title={t('records.none')} text={t(mayAdd ? 'records.noneText' : 'records.noneYet')} />
      ) : (
        <ul className={cls.plain} aria-labelledby="records">
          {items.map((record) => (
            <Row key={record.id} programId={program.id} record={record} />
          ))}
        </ul>
      )}
      <RecordDialog program={program} opened={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

function Row({ programId, record }: { programId: string; record: ProgramRecord }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { act, dialog } = useAct();
  const [asking, setAsking] = useState(false);
  const { id, kind, title, provider, hours, documentNumber, startsOn, endsOn, mayWithdraw } = record;
  const facts = [
    t(`records.kind.${kind}`),
    provider,
    hours == null ? undefined : t('records.hoursOf', { count: hours }),
    documentNumber ? t('records.documentOf', { number: documentNumber }) : undefined,
    `${format.date(startsOn)} – ${format.date(endsOn)}`,
  ];

  return (
    <li>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {mayWithdraw && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
          {t('records.withdraw')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('records.withdrawTitle')}
        confirmLabel={t('records.withdraw')}
        danger
        onConfirm={() => act(() => planActs.withdrawRecord(programId, id))}
      >
        <Text>{t('records.withdrawText', { title })}</Text>
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
