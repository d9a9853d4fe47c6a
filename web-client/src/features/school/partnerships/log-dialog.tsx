import { Group, MultiSelect } from '@mantine/core';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useEveryPage } from '@/shared/api/use-every-page';
import { StaffField } from '@/shared/staff/staff-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { partnershipActs, partnerships, type Entry } from './api';
import { coordinationKinds } from './search';

type Values = {
  kind: (typeof coordinationKinds)[number];
  heldOn: string;
  title: string;
  agreed: string;
  contactIds: string[];
  contractIds: string[];
  next: { text: string; dueOn: string; responsibleId: string };
};

const valuesOf = (entry: Entry | undefined): Values => ({
  kind: entry?.kind ?? 'Meeting',
  heldOn: entry?.heldOn ?? '',
  title: entry?.title ?? '',
  agreed: entry?.agreed ?? '',
  contactIds: entry?.contacts.map(({ id }) => id) ?? [],
  contractIds: entry?.partners.map(({ id }) => id) ?? [],
  next: entry?.next ?? { text: '', dueOn: '', responsibleId: '' },
});

type Props = { organizationId: string; opened: boolean; entry: Entry | undefined; onClose: () => void };

/** What it was, with whom, what was agreed and what follows. */
export function LogDialog({ organizationId, opened, entry, onClose }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <CommandDialog<Values>
      opened={opened}
      title={t(entry ? 'log.edit' : 'log.add')}
      size="lg"
      onClose={onClose}
      defaults={valuesOf(entry)}
      fields={['kind', 'heldOn', 'title', 'agreed', 'contactIds', 'contractIds', 'next.text', 'next.dueOn', 'next.responsibleId']}
      submitLabel={t('save')}
      onSend={({ title, agreed, next, ...rest }, header) => {
        const note = { ...rest, title: title.trim(), agreed: agreed.trim(), next: next.text.trim() ? { ...next, text: next.text.trim() } : null };
        return entry ? partnershipActs.reviseLog(organizationId, entry, note) : partnershipActs.log(organizationId, note, header);
      }}
      refresh={partnerships.all}
    >
      {({ control }) => (
        <>
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <SelectField
              control={control}
              name="kind"
              label={t('log.kind')}
              options={coordinationKinds.map((value) => ({ value, label: t(`logKind.${value}`) }))}
            />
            <DateField control={control} name="heldOn" label={t('log.heldOn')} required />
          </Group>
          <TextField control={control} name="title" label={t('log.title')} required maxLength={300} />
          <With organizationId={organizationId} control={control} entry={entry} />
          <TextAreaField control={control} name="agreed" label={t('log.agreed')} rows={2} maxLength={4000} />
          {!entry?.nextDoneOn && <Next organizationId={organizationId} control={control} />}
        </>
      )}
    </CommandDialog>
  );
}

function Next({ organizationId, control }: { organizationId: string; control: Control<Values> }) {
  const { t } = useTranslation('partnerships');
  const text = useWatch({ control, name: 'next.text' });
  return (
    <>
      <TextField control={control} name="next.text" label={t('log.next')} hint={t('log.nextHint')} maxLength={1000} />
      {text.trim() && (
        <Group grow align="start" gap="sm" preventGrowOverflow={false}>
          <DateField control={control} name="next.dueOn" label={t('log.dueOn')} required />
          <StaffField control={control} name="next.responsibleId" label={t('log.responsible')} required organizationId={organizationId} />
        </Group>
      )}
    </>
  );
}

/** All of the school's contacts and contracts, and those that are chosen already. */
function With({ organizationId, control, entry }: { organizationId: string; control: Control<Values>; entry: Entry | undefined }) {
  const { t } = useTranslation('partnerships');
  const contacts = useEveryPage(partnerships.contacts(organizationId, {}));
  const contracts = useEveryPage(partnerships.contracts(organizationId, {}));
  const people = useField({ control, name: 'contactIds', label: t('log.contacts') });
  const partners = useField({ control, name: 'contractIds', label: t('log.contracts') });
  const known = contacts.items;
  const signed = contracts.items;
  const offered = (rows: { value: string; label: string }[], chosen: { value: string; label: string }[]) => [
    ...rows,
    ...chosen.filter(({ value }) => !rows.some((row) => row.value === value)),
  ];
  const common = { searchable: true, hidePickedOptions: true, nothingFoundMessage: t('nothingFound'), comboboxProps: { withinPortal: false } };
  return (
    <>
      <MultiSelect
        {...people.shared}
        {...common}
        data={offered(
          known.map(({ id, name, worksAt }) => ({ value: id, label: `${name}, ${worksAt}` })),
          entry?.contacts.map(({ id, name, role }) => ({ value: id, label: name || t('log.erased', { role: t(`role.${role}`) }) })) ?? [],
        )}
        value={people.field.value as string[]}
        onChange={people.field.onChange}
        onBlur={people.field.onBlur}
      />
      <MultiSelect
        {...partners.shared}
        {...common}
        data={offered(
          signed.map(({ id, partnerName, number }) => ({ value: id, label: [partnerName, number].filter(Boolean).join(', ') })),
          entry?.partners.map(({ id, name }) => ({ value: id, label: name })) ?? [],
        )}
        value={partners.field.value as string[]}
        onChange={partners.field.onChange}
        onBlur={partners.field.onBlur}
      />
    </>
  );
}
