import { lazy, Suspense, useState } from 'react';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Loaded } from '@/shared/ui/loaded';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { impactActs } from './acts';
import { impact } from './api';
import { Changes } from './changes';

/** The calendar comes when it is needed. */
const RuDateInput = lazy(async () => ({ default: (await import('@/shared/ui/ru-date-input')).RuDateInput }));

/** Who of a program has measured, what changed where it is shared, and since when a mentee has settled in. */
export function ImpactOfProgram({ programId }: { programId: string }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const client = useQueryClient();
  const query = useQuery(impact.ofProgram(programId));
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: impact.all }));
  return (
    <Loaded query={query}>
      {({ participants, adaptations, maySayAdapted, today }) => (
        <Stack gap="lg" maw={860}>
          <Text size="sm" c="dimmed">
            {t('program.about')}
          </Text>
          {participants.map((one) => {
            const adaptation = adaptations.find(({ personId }) => personId === one.personId);
            const mine = participants.find(({ isOwn }) => isOwn);
            const asked = one.role === 'Mentee' && maySayAdapted && (one.isOwn || mine?.role === 'Mentor');
            const isSaid = mine?.role === 'Mentor' ? adaptation?.saidByMentor : adaptation?.saidByMentee;
            const say = (day: string) =>
              attempt(() => impactActs.sayAdapted(programId, one.personId, adaptation?.version ?? 0, day), t('adapted.say'));
            return (
              <section key={one.personId} aria-label={one.personName}>
                <Title order={2} size="h3">
                  {one.personName}
                </Title>
                <Text size="sm" c="dimmed">
                  {t(`role.${one.role}`)}
                </Text>
                {one.measures.map(({ moment, status, takenOn, dueOn }) => (
                  <Text key={moment}>
                    <b>{t(`moment.${moment}`)}</b> —{' '}
                    {status === 'Sent' && takenOn ? t('sentOn', { date: format.date(takenOn) }) : t('dueOn', { date: format.date(dueOn) })}
                  </Text>
                ))}
                {one.changes.length > 0 && <Changes id="program-impact" label={t('changesOf', { title: one.personName })} changes={one.changes} />}
                {adaptation && (
                  <Text mt="xs">
                    {t(adaptation.isAgreed ? 'adapted.agreed' : 'adapted.waits', { date: format.date(adaptation.adaptedOn), count: adaptation.days })}
                    {adaptation.isAgreed && ` · ${t(adaptation.inPlan ? 'adapted.inPlan' : 'adapted.late')}`}
                  </Text>
                )}
                {asked && (
                  <Group gap="xs" mt="xs" align="end">
                    {adaptation && !isSaid && <Button onClick={() => say(adaptation.adaptedOn)}>{t('adapted.agree')}</Button>}
                    <Day today={today} onSay={say} />
                  </Group>
                )}
              </section>
            );
          })}
          {dialog}
        </Stack>
      )}
    </Loaded>
  );
}

function Day({ today, onSay }: { today: string; onSay: (day: string) => void }) {
  const { t } = useTranslation('impact');
  const [day, setDay] = useState('');
  return (
    <>
      <Suspense fallback={<TextInput readOnly label={t('adapted.since')} />}>
        <RuDateInput label={t('adapted.since')} maxDate={today} value={day || null} onChange={(next) => setDay(next ?? '')} />
      </Suspense>
      <Button variant="default" disabled={!day} onClick={() => onSay(day)}>
        {t('adapted.say')}
      </Button>
    </>
  );
}
