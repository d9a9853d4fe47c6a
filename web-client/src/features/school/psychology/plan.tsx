import { useState } from 'react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { DateField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { psychology, psychologyActs, type Task } from './api';

const directions = ['Adaptation', 'Burnout', 'Conflict', 'Resilience', 'Pairs', 'Climate'] as const;
type NewTask = { direction: (typeof directions)[number]; text: string; methods: string[]; dueOn: string };

/** What the psychologist plans to do, and what was done. */
export function Plan({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('psychology');
  const tasks = useQuery(psychology.tasks(organizationId));
  const [adding, setAdding] = useState(false);
  const [finished, setFinished] = useState<Task>();

  return (
    <>
      <Group justify="end" mb="sm">
        <Button onClick={() => setAdding(true)}>{t('plan.add')}</Button>
      </Group>
      <Loaded query={tasks}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('plan.none')} text={t('plan.noneText')} />}
            <Stack gap="xs">
              {all.map((task) => (
                <Card key={task.id} task={task} onDone={() => setFinished(task)} />
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <CommandDialog<NewTask>
        opened={adding}
        title={t('plan.add')}
        onClose={() => setAdding(false)}
        defaults={{ direction: 'Adaptation', text: '', methods: [], dueOn: '' }}
        fields={['direction', 'text', 'methods', 'dueOn']}
        submitLabel={t('plan.save')}
        onSend={({ text, ...rest }, header) => psychologyActs.addTask(organizationId, { ...rest, text: text.trim() }, header)}
        refresh={psychology.all}
      >
        {({ control }) => (
          <>
            <SelectField
              control={control}
              name="direction"
              label={t('plan.direction')}
              options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
            />
            <TextAreaField control={control} name="text" label={t('plan.text')} required maxLength={1000} />
            <DictionaryListField control={control} name="methods" label={t('methods')} dictionary="psychology-method" />
            <DateField control={control} name="dueOn" label={t('plan.dueOn')} required />
          </>
        )}
      </CommandDialog>
      <CommandDialog<{ result: string }>
        opened={finished !== undefined}
        title={t('plan.done')}
        onClose={() => setFinished(undefined)}
        defaults={{ result: '' }}
        fields={['result']}
        submitLabel={t('plan.done')}
        onSend={async ({ result }) => {
          if (finished) await psychologyActs.finishTask(organizationId, finished.id, { version: finished.version, result: result.trim() });
        }}
        refresh={psychology.all}
      >
        {({ control }) => <TextAreaField control={control} name="result" label={t('plan.result')} required maxLength={2000} />}
      </CommandDialog>
    </>
  );
}

function Card({ task: { direction, text, methods, dueOn, doneOn, result }, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const names = useDictionary('psychology-method');
  const late = !doneOn && dueOn < today();
  const open = late ? 'risk' : 'wait';
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <StatusTag tone={doneOn ? 'ok' : open}>
            {doneOn ? t('plan.doneOn', { date: format.date(doneOn) }) : t('queue.due', { date: format.date(dueOn) })}
          </StatusTag>
          <Text>{text}</Text>
          <Text size="sm" c="dimmed">
            {[t(`direction.${direction}`), ...methods.map((code) => names.name(code))].join(' · ')}
          </Text>
          {result && <Text size="sm">{result}</Text>}
        </div>
        {!doneOn && (
          <Button variant="default" className="no-print" aria-label={`${t('plan.done')}: ${text}`} onClick={onDone}>
            {t('plan.done')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
