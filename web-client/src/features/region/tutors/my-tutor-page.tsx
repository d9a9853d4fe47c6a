import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { tutorActs } from './acts';
import { tutors, type Own, type OwnItem } from './api';
import { tones, type Step } from './search';

const AskDialog = dialogLater(async () => (await import('./ask-dialog')).AskDialog);

type Act = 'ask' | { step: Step; item: OwnItem };

/** A teacher's own tutor: who it is, what waits for an answer, whom to ask. */
export function MyTutorPage() {
  const { t } = useTranslation('tutors');
  const query = useQuery(tutors.own());
  const [act, setAct] = useState<Act>();
  return (
    <>
      <PageHeader title={t('own.title')} summary={t('own.summary')} />
      <Loaded query={query}>{(own) => <Shown own={own} onAct={setAct} />}</Loaded>
      <AskDialog bodies={query.data?.bodies ?? []} opened={act === 'ask'} onClose={() => setAct(undefined)} />
      <StepDialog act={act === 'ask' ? undefined : act} onClose={() => setAct(undefined)} />
    </>
  );
}

function Shown({ own, onAct }: { own: Own; onAct: (act: Act) => void }) {
  const { t } = useTranslation('tutors');
  return (
    <Stack gap="md" maw={860}>
      {own.now.length === 0 && (
        <EmptyState title={t('own.none')} text={t(own.bodies.length > 0 ? 'own.noneText' : 'own.nobody')}>
          {own.bodies.length > 0 && <Button onClick={() => onAct('ask')}>{t('own.ask')}</Button>}
        </EmptyState>
      )}
      {own.now.map((item) => (
        <Card key={item.id} item={item} onStep={(step) => onAct({ step, item })} />
      ))}
      {own.past.length > 0 && (
        <section aria-labelledby="past">
          <Title order={2} size="h4" mb="xs" id="past">
            {t('own.past')}
          </Title>
          <Stack gap="sm">
            {own.past.map((item) => (
              <Card key={item.id} item={item} />
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}

function Card({ item, onStep }: { item: OwnItem; onStep?: (step: Step) => void }) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const { status, startsOn, endsOn, answerBy } = item;
  const from = startsOn && format.date(startsOn);
  const days = from && (endsOn ? t('period', { from, until: format.lastDay(endsOn, startsOn) }) : t('since', { from }));
  return (
    <Paper component="article" withBorder p="md" radius="md" aria-label={item.tutorName ?? item.bodyName}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{item.tutorName ?? t('own.notNamed')}</Text>
        <StatusTag tone={tones[status]}>{t(status === 'Proposed' ? 'own.waits' : `status.${status}`)}</StatusTag>
      </Group>
      <Text size="sm" c="dimmed">
        {item.bodyName}
        {days && ` · ${days}`}
        {status === 'Proposed' && answerBy && ` · ${t('answerBy', { date: format.date(answerBy) })}`}
      </Text>
      {item.takesOver && status === 'Proposed' && <Text size="sm">{t('own.takesOver')}</Text>}
      {item.note && <Text size="sm">{item.note}</Text>}
      {item.reason && <Text size="sm">{item.reason}</Text>}
      <Group gap={4} mt="xs">
        {onStep &&
          item.steps.map((step) => (
            <Button key={step} size="compact-md" variant={step === 'Accept' ? 'filled' : 'default'} onClick={() => onStep(step)}>
              {t(`ownStep.${step}`)}
            </Button>
          ))}
        <LinkButton size="compact-md" variant="default" to="/tutoring/$tutoringId" params={{ tutoringId: item.id }}>
          {t('own.more')}
        </LinkButton>
      </Group>
    </Paper>
  );
}

function StepDialog({ act, onClose }: { act: Exclude<Act, 'ask'> | undefined; onClose: () => void }) {
  const { t } = useTranslation('tutors');
  const client = useQueryClient();
  const { act: send, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: tutors.all }));
  const word = act ? t(`ownStep.${act.step}`) : '';
  return (
    <>
      <ConfirmDialog
        opened={act !== undefined}
        onClose={onClose}
        title={word}
        confirmLabel={word}
        {...(act && act.step !== 'Accept' ? { askReason: 'optional' as const } : {})}
        onConfirm={(reason) =>
          act &&
          send(() =>
            act.step === 'Accept' || act.step === 'Decline' ? tutorActs.answer(act.item, act.step === 'Accept', reason) : tutorActs.leave(act.item, reason),
          )
        }
      >
        <Text size="sm">{act && t(`ownStepAbout.${act.step}`, { name: act.item.tutorName ?? act.item.bodyName })}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
