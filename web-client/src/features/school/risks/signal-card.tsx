import type { ReactNode } from 'react';
import { Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { Signal } from './api';

const tones: Record<Signal['status'], Tone> = { Raised: 'wait', Explained: 'wait', Confirmed: 'risk', Dismissed: 'off', Passed: 'ok' };

type Props = { signal: Signal; children?: ReactNode };

/** A sign about a program: what was counted and what would be no sign; no mark for anybody. */
export function SignalCard({ signal, children }: Props) {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const { programId, programTitle, kind, status, found, expected, raisedOn, explanation, decision } = signal;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{t(`kind.${kind}`)}</Text>
            <StatusTag tone={tones[status]}>{t(`signalStatus.${status}`)}</StatusTag>
          </Group>
          <Link to="/programs/$programId" params={{ programId }}>
            {programTitle}
          </Link>
          <Text size="sm">{t(`found.${kind}`, { found: format.number(found), expected: format.number(expected) })}</Text>
          <Text size="xs" c="dimmed">
            {t('raised', { date: format.date(raisedOn) })}
          </Text>
          {explanation && <Text size="sm">{t('explanationIs', { text: explanation })}</Text>}
          {decision && <Text size="sm">{t('decisionIs', { text: decision })}</Text>}
        </div>
        {children && (
          <Group gap="xs" className="no-print">
            {children}
          </Group>
        )}
      </Group>
    </Paper>
  );
}
