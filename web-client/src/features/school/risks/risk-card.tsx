import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { Risk } from './api';

export type RiskTask =
  | { kind: 'revise' | 'measure'; risk: Risk }
  | { kind: 'finish'; risk: Risk; measureId: string }
  | { kind: 'move'; risk: Risk; step: 'Treat' | 'Reopen' | 'Close' };

const levels: Record<Risk['level'], Tone> = { High: 'risk', Medium: 'wait', Low: 'ok' };
const steps = { Open: ['Treat', 'Close'], Treated: ['Reopen', 'Close'], Closed: ['Reopen'] } as const;

type Props = { risk: Risk; onTask: ((task: RiskTask) => void) | undefined };

/** One risk with its owner, trigger and measures. */
export function RiskCard({ risk, onTask }: Props) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const kinds = useDictionary('risk-kind');
  const { title, level, status, kindCode, probability, impact, trigger, ownerName, reviewOn, outcome, measures } = risk;
  const day = today();
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StatusTag tone={status === 'Closed' ? 'off' : levels[level]}>{t(`level.${level}`)}</StatusTag>
            <StatusTag tone={status === 'Open' ? 'wait' : 'off'}>{t(`status.${status}`)}</StatusTag>
          </Group>
          <Text size="sm" c="dimmed">
            {kinds.name(kindCode)}
          </Text>
          <Text size="sm">{t('facts', { probability, impact, owner: ownerName, date: format.date(reviewOn) })}</Text>
          <Text size="sm">{t('triggerIs', { text: trigger })}</Text>
          {outcome && <Text size="sm">{t('outcomeIs', { text: outcome })}</Text>}
        </div>
        {onTask && (
          <Group gap="xs" className="no-print">
            {status !== 'Closed' && (
              <>
                <Button variant="subtle" aria-label={`${t('register.edit')}: ${title}`} onClick={() => onTask({ kind: 'revise', risk })}>
                  {t('register.edit')}
                </Button>
                <Button variant="subtle" aria-label={`${t('measure.add')}: ${title}`} onClick={() => onTask({ kind: 'measure', risk })}>
                  {t('measure.add')}
                </Button>
              </>
            )}
            {steps[status].map((step) => (
              <Button key={step} variant="default" aria-label={`${t(`step.${step}`)}: ${title}`} onClick={() => onTask({ kind: 'move', risk, step })}>
                {t(`step.${step}`)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      <Stack gap={4} mt="xs">
        {measures.map(({ id, text, dueOn, doneOn, result }) => (
          <Group key={id} justify="space-between" gap="xs">
            <Text size="sm" style={{ flex: '1 1 220px' }}>
              <StatusTag tone={doneOn ? 'ok' : dueOn < day ? 'risk' : 'wait'}>
                {doneOn ? t('measure.doneOn', { date: format.date(doneOn) }) : t('measure.until', { date: format.date(dueOn) })}
              </StatusTag>{' '}
              {text}
              {result && ` — ${result}`}
            </Text>
            {onTask && !doneOn && status !== 'Closed' && (
              <Button
                size="compact-sm"
                variant="subtle"
                className="no-print"
                aria-label={`${t('measure.done')}: ${text}`}
                onClick={() => onTask({ kind: 'finish', risk, measureId: id })}
              >
                {t('measure.done')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
