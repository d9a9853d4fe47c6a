import { useState } from 'react';
import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import { profileActs } from './acts';
import { menteeStatusOf, profiles, type MenteeCard, type MenteeStatus, type Place, type SelfStep } from './api';
import { Section } from './form-parts';
import { MenteeForm } from './mentee-form';
import cls from './profiles.module.css';
import { menteeTones } from './tones';
import { useAct } from './use-act';

/** What a mentee wants to learn, and how far the own design has come. */
export function MenteeProfile({ place }: { place: Place }) {
  const { data: card, error } = useQuery(profiles.mentee(place));
  if (error) return <Failure error={error} />;
  if (!card) return <Skeleton h={320} />;
  return (
    <>
      <State card={card} />
      {card.profile && <Way card={card} />}
      <MenteeForm key={`${card.personId}/${card.profile?.version}`} card={card} />
    </>
  );
}

function State({ card }: { card: MenteeCard }) {
  const { t } = useTranslation('profiles');
  const { attempt, dialog } = useAct();
  const { profile } = card;
  if (!profile) {
    return (
      <Alert mb="md" variant="outline" title={t('mentee.noneTitle')}>
        {t('mentee.noneText')}
      </Alert>
    );
  }
  return (
    <Group mb="md" justify="space-between" gap="sm">
      <StatusTag tone={menteeTones[menteeStatusOf(profile)]}>{t(`menteeStatus.${menteeStatusOf(profile)}`)}</StatusTag>
      <Group gap="xs">
        {(card.moves as MenteeStatus[]).map((status) => (
          <Button
            key={status}
            variant="default"
            onClick={() => attempt(() => profileActs.setMenteeStatus(card, status, profile.version), t(`menteeMove.${status}`))}
          >
            {t(`menteeMove.${status}`)}
          </Button>
        ))}
      </Group>
      {dialog}
    </Group>
  );
}

/** Steps to reach and reached, difficulties overcome. */
function Way({ card }: { card: MenteeCard }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const [reached, setReached] = useState<SelfStep>();
  const { act, dialog } = useAct();
  if (card.steps.length === 0 && card.overcome.length === 0) return null;

  return (
    <Section id="way" title={t('mentee.way')}>
      <ul className={cls.rows}>
        {card.steps.map((step) => (
          <li key={step.id} className={cls.row}>
            <Group justify="space-between" gap="xs">
              <Text>{step.text}</Text>
              {step.doneOn ? (
                <StatusTag tone="ok">{t('mentee.reachedOn', { date: format.date(step.doneOn) })}</StatusTag>
              ) : (
                <Group gap="xs">
                  {step.dueOn && (
                    <Text size="sm" c="dimmed">
                      {t('mentee.until', { date: format.date(step.dueOn) })}
                    </Text>
                  )}
                  <Button size="xs" variant="default" aria-label={t('mentee.reachStep', { step: step.text })} onClick={() => setReached(step)}>
                    {t('mentee.reach')}
                  </Button>
                </Group>
              )}
            </Group>
            {step.reflection && <p className={cls.text}>{step.reflection}</p>}
          </li>
        ))}
        {card.overcome.map(({ id, text, closedOn }) => (
          <li key={id} className={cls.row}>
            <Group justify="space-between" gap="xs">
              <Text c="dimmed">{text}</Text>
              {closedOn && <StatusTag tone="off">{t('mentee.overcomeOn', { date: format.date(closedOn) })}</StatusTag>}
            </Group>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={reached !== undefined}
        onClose={() => setReached(undefined)}
        title={t('mentee.reachTitle')}
        confirmLabel={t('mentee.reach')}
        reasonLabel={t('mentee.reflection')}
        askReason
        onConfirm={(reflection) => reached && act(() => profileActs.reachStep(reached.id, reflection))}
      >
        <Text>{reached?.text}</Text>
        <Text size="sm" c="dimmed">
          {t('mentee.reflectionHint')}
        </Text>
      </ConfirmDialog>
      {dialog}
    </Section>
  );
}
