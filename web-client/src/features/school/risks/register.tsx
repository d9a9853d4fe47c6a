import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { riskActs } from './acts';
import { risks, type Risk } from './api';
import { RiskCard, type RiskTask } from './risk-card';

const RiskDialog = dialogLater(async () => (await import('./risk-dialog')).RiskDialog);

type Props = { organizationId: string; mayManage: boolean };

/** The register of risks: the gravest first. */
export function Register({ organizationId, mayManage }: Props) {
  const { t } = useTranslation('risks');
  const client = useQueryClient();
  const list = useQuery(risks.list(organizationId));
  const [task, setTask] = useState<RiskTask | { kind: 'open' }>();
  const close = () => setTask(undefined);
  const risk = task && task.kind !== 'open' ? task.risk : undefined;
  const move = async (one: Risk, step: 'Treat' | 'Reopen' | 'Close', outcome: string | null) => {
    await riskActs.move(organizationId, one.id, { version: one.version, step, outcome });
    await client.invalidateQueries({ queryKey: risks.all });
  };

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('register.about')}
        </Text>
        {mayManage && <Button onClick={() => setTask({ kind: 'open' })}>{t('register.add')}</Button>}
      </Group>
      <Loaded query={list}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('register.none')} text={t(mayManage ? 'register.noneText' : 'register.noneYet')} />}
            <Stack gap="sm">
              {all.map((one) => (
                <RiskCard key={one.id} risk={one} onTask={mayManage ? setTask : undefined} />
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <RiskDialog organizationId={organizationId} opened={task?.kind === 'open' || task?.kind === 'revise'} risk={risk} onClose={close} />
      <CommandDialog<{ text: string; dueOn: string }>
        opened={task?.kind === 'measure'}
        title={t('measure.add')}
        onClose={close}
        defaults={{ text: '', dueOn: '' }}
        fields={['text', 'dueOn']}
        submitLabel={t('measure.add')}
        onSend={async ({ text, dueOn }, header) => {
          if (risk) await riskActs.addMeasure(organizationId, risk.id, { version: risk.version, text: text.trim(), dueOn }, header);
        }}
        refresh={risks.all}
      >
        {({ control }) => (
          <>
            <TextAreaField control={control} name="text" label={t('measure.text')} rows={2} required maxLength={1000} />
            <DateField control={control} name="dueOn" label={t('measure.dueOn')} required />
          </>
        )}
      </CommandDialog>
      <CommandDialog<{ result: string }>
        opened={task?.kind === 'finish'}
        title={t('measure.done')}
        onClose={close}
        defaults={{ result: '' }}
        fields={['result']}
        submitLabel={t('measure.done')}
        onSend={async ({ result }) => {
          if (task?.kind === 'finish') {
            await riskActs.finishMeasure(organizationId, task.risk.id, task.measureId, { version: task.risk.version, result: result.trim() });
          }
        }}
        refresh={risks.all}
      >
        {({ control }) => <TextAreaField control={control} name="result" label={t('measure.result')} rows={2} required maxLength={1000} />}
      </CommandDialog>
      <ConfirmDialog
        opened={task?.kind === 'move'}
        onClose={close}
        title={task?.kind === 'move' ? t(`step.${task.step}`) : ''}
        confirmLabel={task?.kind === 'move' ? t(`step.${task.step}`) : ''}
        askReason={task?.kind === 'move' && task.step === 'Close'}
        onConfirm={async (reason) => {
          if (task?.kind === 'move') await move(task.risk, task.step, reason || null);
        }}
      >
        <Text size="sm">{risk?.title}</Text>
      </ConfirmDialog>
    </>
  );
}
