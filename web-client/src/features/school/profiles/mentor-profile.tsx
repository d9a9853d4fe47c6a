import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { offerUndo } from '@/shared/ui/undo-toast';
import { StatusTag } from '@/shared/ui/status-tag';
import { profileActs } from './acts';
import { mentorStatusOf, profiles, type MentorCard, type MentorStep, type Place } from './api';
import { MentorForm } from './mentor-form';
import { MentorResults } from './mentor-results';
import { mentorTones } from './tones';
import { useAct } from './use-act';

/** What a person offers as a mentor: state, offer, results. */
export function MentorProfile({ place }: { place: Place }) {
  const { data: card, error } = useQuery(profiles.mentor(place));
  if (error) return <Failure error={error} />;
  if (!card) return <Skeleton h={320} />;
  return (
    <>
      <State card={card} />
      {card.profile && <MentorResults card={card} />}
      <MentorForm key={`${card.personId}/${card.profile?.version}`} card={card} />
    </>
  );
}

function State({ card }: { card: MentorCard }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const { act, attempt, dialog } = useAct();
  const { profile } = card;
  if (!profile) return <Alert mb="md" variant="outline" title={t('mentor.noneTitle')}>{t('mentor.noneText')}</Alert>;

  const take = async (step: MentorStep) => {
    const { version } = await profileActs.stepMentor(card, step, profile.version);
    if (step !== 'Confirm') return;
    offerUndo({ message: t('mentor.confirmedNow'), undo: () => act(() => profileActs.stepMentor(card, 'Reopen', version)) });
  };
  const steps = card.steps.filter((step): step is Exclude<MentorStep, 'Revise'> => step !== 'Revise');
  return (
    <>
      <Group mb="md" justify="space-between" gap="sm">
        <div>
          <StatusTag tone={mentorTones[mentorStatusOf(profile)]}>{t(`mentorStatus.${mentorStatusOf(profile)}`)}</StatusTag>
          <Text size="sm" c="dimmed">
            {profile.confirmedOn && profile.confirmedByName
              ? t('mentor.confirmed', { date: format.date(profile.confirmedOn), name: profile.confirmedByName })
              : t('mentor.toConfirm')}
          </Text>
          <Text size="sm">{t('mentor.load', { active: card.activePrograms, capacity: profile.capacityPrograms })}</Text>
        </div>
        <Group gap="xs">
          {steps.map((step) => (
            <Button
              key={step}
              variant={step === 'Confirm' ? 'filled' : 'default'}
              onClick={() => attempt(() => take(step), step === 'Confirm' ? undefined : t(`mentorStep.${step}`))}
            >
              {t(`mentorStep.${step}`)}
            </Button>
          ))}
        </Group>
      </Group>
      {dialog}
    </>
  );
}
