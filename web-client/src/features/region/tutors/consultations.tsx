import { useState } from 'react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Consultation, One } from './api';
import { consultationTones } from './search';

const PlanDialog = dialogLater(async () => (await import('./one-dialogs')).PlanDialog);
const RecordDialog = dialogLater(async () => (await import('./one-dialogs')).RecordDialog, ({ consultation }) => consultation !== undefined);
const CancelDialog = dialogLater(async () => (await import('./one-dialogs')).CancelDialog, ({ consultation }) => consultation !== undefined);

type Act = 'plan' | { step: 'record' | 'cancel'; consultation: Consultation };

/** What the two have planned and held. */
export function Consultations({ one }: { one: One }) {
  const { t } = useTranslation('tutors');
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const of = (step: 'record' | 'cancel') => (act && act !== 'plan' && act.step === step ? act.consultation : undefined);
  return (
    <section aria-labelledby="consultations">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="consultations">
          {t('one.consultations')}
        </Title>
        {one.canPlan && <Button onClick={() => setAct('plan')}>{t('consultation.plan')}</Button>}
      </Group>
      {one.consultations.length === 0 && <Text size="sm">{t('one.noConsultations')}</Text>}
      <Stack gap="sm">
        {one.consultations.map((consultation) => (
          <Line key={consultation.id} consultation={consultation} onStep={(step) => setAct({ step, consultation })} />
        ))}
      </Stack>
      <PlanDialog tutoringId={one.id} opened={act === 'plan'} onClose={close} />
      <RecordDialog tutoringId={one.id} consultation={of('record')} onClose={close} />
      <CancelDialog tutoringId={one.id} consultation={of('cancel')} onClose={close} />
    </section>
  );
}

function Line({ consultation, onStep }: { consultation: Consultation; onStep: (step: 'record' | 'cancel') => void }) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const { topic, status, startsAt, durationMinutes, place, link, result, canRecord, canCancel } = consultation;
  return (
    <Paper component="article" withBorder p="sm" radius="md" aria-label={topic}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{topic}</Text>
        <StatusTag tone={consultationTones[status]}>{t(`consultationStatus.${status}`)}</StatusTag>
      </Group>
      <Text size="sm">
        {format.instant(startsAt)} · {t('consultation.minutes', { count: durationMinutes })}
        {place && ` · ${place}`}
      </Text>
      {link && status === 'Planned' && (
        <Anchor size="sm" href={link} target="_blank" rel="noreferrer">
          {t('consultation.join')}
        </Anchor>
      )}
      {result && <Text size="sm">{result}</Text>}
      {(canRecord || canCancel) && (
        <Group gap={4} mt={6}>
          {canRecord && (
            <Button size="compact-sm" onClick={() => onStep('record')}>
              {t('consultation.record')}
            </Button>
          )}
          {canCancel && (
            <Button size="compact-sm" variant="default" onClick={() => onStep('cancel')}>
              {t('consultation.cancel')}
            </Button>
          )}
        </Group>
      )}
    </Paper>
  );
}
