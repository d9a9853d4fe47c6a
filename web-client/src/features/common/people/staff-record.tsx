import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { worksOn, type Person } from './api';
import { ChangeEmployment } from './change-employment';
import { EditDetails } from './edit-details';
import { StaffHistory } from './staff-history';

const EndEmployment = dialogLater(async () => (await import('./end-employment')).EndEmployment);

type Employment = Person['employments'][number];
type Act = { kind: 'details' } | { kind: 'change' | 'end'; employment: Employment };

/** The staff record by hand: name and contacts, position, the end of the work; and what was changed so before. */
export function StaffRecord({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const positions = useDictionary('position');
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);

  const day = today();
  const current = person.employments.filter((one) => worksOn(one, day));
  const places = [...new Set(person.employments.map(({ organizationId }) => organizationId))];
  const first = current[0];

  return (
    <section>
      <Title order={2} mt="lg" mb="xs">
        {t('staff.title')}
      </Title>
      {first && (
        <Stack gap="sm" align="start">
          <Button variant="default" onClick={() => setAct({ kind: 'details' })}>
            {t('staff.details')}
          </Button>
          {current.map((employment) => {
            const position = positions.name(employment.positionCode);
            return (
              <Group key={employment.id} gap="xs">
                <Text>
                  {`${position}, ${employment.organizationName}, ${t('staff.since', { date: format.date(employment.startedOn) })}`}
                  {employment.endedOn && `, ${t('staff.last', { date: format.lastDay(employment.endedOn, employment.startedOn) })}`}
                </Text>
                <Button size="xs" variant="default" aria-label={t('staff.changeOf', { position })} onClick={() => setAct({ kind: 'change', employment })}>
                  {t('staff.change')}
                </Button>
                <Button size="xs" variant="default" aria-label={t('staff.endOf', { position })} onClick={() => setAct({ kind: 'end', employment })}>
                  {t('staff.end')}
                </Button>
              </Group>
            );
          })}
        </Stack>
      )}
      {places.map((organizationId) => (
        <StaffHistory key={organizationId} organizationId={organizationId} personId={person.id} />
      ))}

      {first && <EditDetails opened={act?.kind === 'details'} person={person} organizationId={first.organizationId} onClose={close} />}
      {act?.kind === 'change' && <ChangeEmployment opened personId={person.id} employment={act.employment} onClose={close} />}
      {act?.kind === 'end' && <EndEmployment personId={person.id} employments={[act.employment]} onClose={close} />}
    </section>
  );
}
