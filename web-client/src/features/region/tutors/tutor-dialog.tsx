import { Checkbox, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { lastDay, today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { organizations } from '@/shared/organizations/api';
import { territoriesIn } from '@/shared/territories/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DateField, NumberField, SelectField, useField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { MultiSelect } from '@/shared/ui/multi-select';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { tutorActs } from './acts';
import { tutors, type Tutor } from './api';

type Values = {
  personId: string;
  kind: Tutor['kind'];
  zones: string[];
  sectors: string[];
  territories: string[];
  capacity: string;
  acceptsNew: boolean;
  startsOn: string;
  endsOn: string;
};

const valuesOf = (tutor: Tutor | undefined): Values => ({
  personId: tutor?.personId ?? '',
  kind: tutor?.kind ?? 'Staff',
  zones: tutor?.zones ?? [],
  sectors: tutor?.sectors ?? ['General'],
  territories: tutor?.territories ?? [],
  capacity: String(tutor?.capacity ?? 15),
  acceptsNew: tutor?.acceptsNew ?? true,
  startsOn: tutor?.startsOn ?? today(),
  endsOn: tutor?.endsOn ? lastDay(tutor.endsOn) : '',
});

type Props = { organizationId: string; tutor: Tutor | undefined; opened: boolean; onClose: () => void };

/** Enters or corrects a tutor: somebody who holds the role of one at the body. */
export function TutorDialog({ organizationId, tutor, opened, onClose }: Props) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(tutor ? 'registry.revise' : 'registry.add')}
      submitLabel={t('save')}
      defaults={valuesOf(tutor)}
      refresh={tutors.all}
      onSend={({ personId, capacity, endsOn, ...rest }, header) => {
        const card = { ...rest, capacity: Number(capacity), endsOn: endAfter(endsOn) };
        return tutor ? tutorActs.revise(organizationId, tutor, card) : tutorActs.add(organizationId, personId, card, header);
      }}
    >
      {({ control }) => (
        <>
          {tutor ? <Text fw={600}>{tutor.personName}</Text> : <PersonField control={control} organizationId={organizationId} />}
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <SelectField
              control={control}
              name="kind"
              label={t('registry.kind')}
              options={(['Staff', 'Freelance'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <NumberField control={control} name="capacity" required label={t('registry.capacity')} />
          </Group>
          <DictionaryListField control={control} name="zones" dictionary="competence-area" required label={t('zones')} />
          <DictionaryListField control={control} name="sectors" dictionary="sector" required label={t('sectors')} />
          <TerritoriesField control={control} organizationId={organizationId} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" required label={t('registry.startsOn')} />
            <DateField control={control} name="endsOn" label={t('registry.endsOn')} hint={t('registry.endsOnHint')} />
          </Group>
          <AcceptsField control={control} />
        </>
      )}
    </CommandDialog>
  );
}

type Inner = { control: Control<Values> };

function PersonField({ control, organizationId }: Inner & { organizationId: string }) {
  const { t } = useTranslation('tutors');
  const { data = [] } = useQuery(tutors.staff(organizationId));
  return (
    <SelectField
      control={control}
      name="personId"
      required
      label={t('registry.person')}
      hint={t('registry.personHint')}
      empty={t('registry.choosePerson')}
      options={data.map(({ personId, name }) => ({ value: personId, label: name }))}
    />
  );
}

function TerritoriesField({ control, organizationId }: Inner & { organizationId: string }) {
  const { t } = useTranslation('tutors');
  const { language } = useFormat();
  const region = useQuery(organizations.detail(organizationId)).data?.regionCode ?? '';
  const { data = [] } = useQuery({ ...territoriesIn(region), enabled: region !== '' });
  const { field, shared } = useField({ control, name: 'territories', label: t('registry.territories'), hint: t('registry.territoriesHint') });
  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={data.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn }))}
      value={field.value as string[]}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function AcceptsField({ control }: Inner) {
  const { t } = useTranslation('tutors');
  const { field } = useController({ control, name: 'acceptsNew' });
  return (
    <Checkbox
      label={t('registry.acceptsNew')}
      checked={field.value}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}

/** A tutor works here no longer. */
export function EndTutorDialog({ organizationId, tutor, onClose }: { organizationId: string; tutor: Tutor | undefined; onClose: () => void }) {
  const { t } = useTranslation('tutors');
  const client = useQueryClient();
  const { act, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: tutors.all }));
  return (
    <>
    <ConfirmDialog
      opened={tutor !== undefined}
      onClose={onClose}
      title={t('registry.end')}
      confirmLabel={t('registry.end')}
      danger
      askReason
      onConfirm={(reason) => tutor && act(() => tutorActs.endTutor(organizationId, tutor, reason))}
    >
      <Text size="sm">{tutor && t('registry.endAbout', { name: tutor.personName })}</Text>
    </ConfirmDialog>
    {dialog}
    </>
  );
}
