import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Entry } from './api';

type Props = { entry: Entry; onTask: (task: 'revise' | 'finish') => void };

/** One entry of the log: with whom, what was agreed, and whether what was to follow is done. */
export function LogCard({ entry, onTask }: Props) {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const { kind, heldOn, title, agreed, contacts, partners, next, nextResponsibleName, nextDoneOn, nextResult } = entry;
  const day = today();
  const withWhom = [...partners.map(({ name }) => name), ...contacts.map(({ name, role }) => name || t('log.erased', { role: t(`role.${role}`) }))];
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {[format.date(heldOn), t(`logKind.${kind}`), ...withWhom].join(' · ')}
          </Text>
          {agreed && <Text size="sm">{agreed}</Text>}
          {next && (
            <Text size="sm" mt={4} component="div">
              <StatusTag tone={nextDoneOn ? 'ok' : next.dueOn < day ? 'risk' : 'wait'}>
                {nextDoneOn ? t('log.doneOn', { date: format.date(nextDoneOn) }) : t('log.until', { date: format.date(next.dueOn) })}
              </StatusTag>{' '}
              {next.text} — {nextResponsibleName}
              {nextResult && `. ${nextResult}`}
            </Text>
          )}
        </div>
        <Group gap="xs" className="no-print">
          <Button variant="subtle" aria-label={`${t('edit')}: ${title}`} onClick={() => onTask('revise')}>
            {t('edit')}
          </Button>
          {next && !nextDoneOn && (
            <Button variant="default" aria-label={`${t('log.finish')}: ${title}`} onClick={() => onTask('finish')}>
              {t('log.finish')}
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
