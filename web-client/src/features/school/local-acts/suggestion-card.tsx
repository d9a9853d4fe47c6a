import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import cls from './act-page.module.css';
import { actActs } from './acts';
import { type Suggestion } from './api';
import { useAct } from './use-act';

const tones: Record<Suggestion['status'], Tone> = { Proposed: 'wait', Accepted: 'ok', Declined: 'off', Withdrawn: 'off', Incorporated: 'ok' };
const words = { Accept: 'accept', Decline: 'decline', Withdraw: 'withdraw' } as const;
type Word = keyof typeof words;
const order = Object.keys(words) as Word[];

/** One proposed change: what stands in the text, what is to stand there, why, and the answer. */
export function SuggestionCard({ suggestion: one }: { suggestion: Suggestion }) {
  const { t } = useTranslation('local-acts');
  const format = useFormat();
  const [asking, setAsking] = useState<Word>();
  const { act, dialog } = useAct();
  const word = asking ?? 'Accept';

  return (
    <li className={cls.suggestion}>
      <Group justify="space-between" align="start" gap="xs">
        <Text size="sm" c="dimmed">
          {t('drafting.by', { name: one.authorName, side: t(`drafterSide.${one.side}`), date: format.date(one.madeAt), edition: one.edition })}
        </Text>
        <StatusTag tone={tones[one.status]}>
          {one.inEdition ? t('drafting.inEdition', { number: one.inEdition }) : t(`suggestionStatus.${one.status}`)}
        </StatusTag>
      </Group>
      {one.passage && (
        <blockquote className={cls.quote}>
          <Text size="sm" c="dimmed">
            {t('drafting.was')}
          </Text>
          {one.passage}
        </blockquote>
      )}
      {one.wording && (
        <blockquote className={cls.quote}>
          <Text size="sm" c="dimmed">
            {t('drafting.becomes')}
          </Text>
          {one.wording}
        </blockquote>
      )}
      <Text mt="xs" maw="72ch">
        {one.reason}
      </Text>
      {one.answer && (
        <Text size="sm" mt="xs" maw="72ch">
          {t('drafting.answerBy', { name: one.answeredByName })}: {one.answer}
        </Text>
      )}
      {one.steps.length > 0 && (
        <Group gap="xs" mt="sm">
          {order
            .filter((step) => one.steps.includes(step))
            .map((step) => (
              <Button key={step} size="compact-sm" variant="default" onClick={() => setAsking(step)}>
                {t(`drafting.${words[step]}`)}
              </Button>
            ))}
        </Group>
      )}
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(`drafting.${words[word]}Title`)}
        confirmLabel={t(`drafting.${words[word]}`)}
        askReason={word !== 'Withdraw'}
        reasonLabel={t('drafting.answer')}
        onConfirm={(answer) =>
          act(() => (word === 'Withdraw' ? actActs.takeBack(one.id, one.version) : actActs.answer(one.id, one.version, word === 'Accept', answer)))
        }
      >
        <Text>{one.wording ?? one.reason}</Text>
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
