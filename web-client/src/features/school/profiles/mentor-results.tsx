import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import { offerUndo } from '@/shared/ui/undo-toast';
import { profileActs } from './acts';
import type { MentorCard, MentorResult } from './api';
import { Section } from './form-parts';
import cls from './profiles.module.css';
import { useAct } from './use-act';

const ResultDialog = dialogLater(async () => (await import('./result-dialog')).ResultDialog);

const tones = { Stated: 'wait', Confirmed: 'ok', Declined: 'risk', Withdrawn: 'off' } as const;

/** Measurable results that speak for a mentor: stated by the mentor, confirmed by the school. */
export function MentorResults({ card }: { card: MentorCard }) {
  const { t } = useTranslation('profiles');
  const [adding, setAdding] = useState(false);
  const [declined, setDeclined] = useState<MentorResult>();
  const { act, attempt, dialog } = useAct();
  const decide = async ({ id, version, text }: MentorResult, verdict: { confirmed: boolean; comment?: string }) => {
    const decided = await profileActs.decideResult(id, { version, ...verdict });
    offerUndo({
      message: t(verdict.confirmed ? 'result.confirmed' : 'result.declined', { text }),
      undo: () => act(() => profileActs.reopenResult(id, decided.version)),
    });
  };
  const decides = card.manages && !card.own;

  return (
    <Section
      id="results"
      title={t('result.title')}
      tools={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('result.add')}
        </Button>
      }
    >
      {card.results.length === 0 && <EmptyState title={t('result.none')} text={t('result.noneText')} />}
      <ul className={cls.rows}>
        {card.results.map((result) => (
          <li key={result.id} className={cls.row}>
            <Result result={result} />
            {result.status !== 'Withdrawn' && (decides || card.own) && (
              <Group gap="xs" mt="xs">
                {decides && result.status === 'Stated' && (
                  <>
                    <Button size="xs" onClick={() => attempt(() => decide(result, { confirmed: true }))}>
                      {t('result.confirm')}
                    </Button>
                    <Button size="xs" variant="default" onClick={() => setDeclined(result)}>
                      {t('result.decline')}
                    </Button>
                  </>
                )}
                {decides && result.status !== 'Stated' && result.decidedOn === today() && (
                  <Button size="xs" variant="subtle" onClick={() => attempt(() => profileActs.reopenResult(result.id, result.version), t('result.reopen'))}>
                    {t('result.reopen')}
                    <span className="visually-hidden">: {result.text}</span>
                  </Button>
                )}
                {card.own && result.status !== 'Confirmed' && (
                  <Button size="xs" variant="subtle" onClick={() => attempt(() => profileActs.withdrawResult(result.id, result.version), t('result.withdraw'))}>
                    {t('result.withdraw')}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
      <ResultDialog opened={adding} onClose={() => setAdding(false)} onSave={(body) => act(() => profileActs.addResult(card, body))} />
      <ConfirmDialog
        opened={declined !== undefined}
        onClose={() => setDeclined(undefined)}
        title={t('result.declineTitle')}
        confirmLabel={t('result.decline')}
        askReason
        silent
        onConfirm={(comment) =>
          declined && act(() => decide(declined, { confirmed: false, comment }))
        }
      />
      {dialog}
    </Section>
  );
}

function Result({ result }: { result: MentorResult }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const { valueBefore, valueAfter } = result;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{result.text}</Text>
        <StatusTag tone={tones[result.status]}>{t(`result.status.${result.status}`)}</StatusTag>
      </Group>
      <Text size="sm">
        {result.measure}
        {valueAfter !== null &&
          `: ${valueBefore === null ? '' : `${format.number(valueBefore)} → `}${format.number(valueAfter)}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('result.evidenceOn', { date: format.date(result.achievedOn), evidence: result.evidence })}
      </Text>
      {result.decidedOn && (
        <Text size="sm" c="dimmed">
          {t('result.decided', { date: format.date(result.decidedOn), name: result.decidedByName })}
          {result.comment && ` ${result.comment}`}
        </Text>
      )}
    </>
  );
}
