import { useState } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Loaded } from '@/shared/ui/loaded';
import { riskActs } from './acts';
import { risks, type Signal } from './api';
import { SignalCard } from './signal-card';

type Props = { organizationId: string; mayManage: boolean };
type Task = { signal: Signal; confirmed: boolean };

/** Signs that the pairs have had a week to explain. */
export function SchoolSignals({ organizationId, mayManage }: Props) {
  const { t } = useTranslation('risks');
  const signals = useQuery(risks.signals(organizationId));
  const [task, setTask] = useState<Task>();
  const key = task?.confirmed ? 'confirm' : 'dismiss';

  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw={640}>
        {t('signals.about')}
      </Text>
      <Loaded query={signals}>
        {({ items, tooEarly }) => (
          <>
            {tooEarly > 0 && (
              <Text size="sm" mb="sm">
                {t('signals.tooEarly', { count: tooEarly })}
              </Text>
            )}
            {items.length === 0 && <EmptyState title={t('signals.none')} text={t('signals.noneText')} />}
            <Stack gap="xs">
              {items.map((signal) => (
                <SignalCard key={signal.id} signal={signal}>
                  {mayManage && (signal.status === 'Raised' || signal.status === 'Explained') && (
                    <>
                      <Button
                        variant="subtle"
                        aria-label={`${t('signals.dismiss')}: ${signal.programTitle}`}
                        onClick={() => setTask({ signal, confirmed: false })}
                      >
                        {t('signals.dismiss')}
                      </Button>
                      <Button
                        variant="default"
                        aria-label={`${t('signals.confirm')}: ${signal.programTitle}`}
                        onClick={() => setTask({ signal, confirmed: true })}
                      >
                        {t('signals.confirm')}
                      </Button>
                    </>
                  )}
                </SignalCard>
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <CommandDialog<{ decision: string }>
        opened={task !== undefined}
        title={t(`signals.${key}`)}
        onClose={() => setTask(undefined)}
        defaults={{ decision: '' }}
        fields={['decision']}
        submitLabel={t(`signals.${key}`)}
        onSend={async ({ decision }) => {
          if (task) await riskActs.decide(task.signal.id, { version: task.signal.version, confirmed: task.confirmed, decision: decision.trim() });
        }}
        refresh={risks.all}
      >
        {({ control }) => <TextAreaField control={control} name="decision" label={t(`signals.${key}Text`)} rows={2} required maxLength={1000} />}
      </CommandDialog>
    </>
  );
}
