import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endAfter } from '@/shared/ui/fields-end';
import { OrganizationField } from '@/shared/organizations/organization-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { components, delegationActs, delegations, type Component } from './api';

type Props = { organizationId: string; opened: boolean; onClose: () => void };

export type Values = { component: Component; takerId: string; startsOn: string; endsOn: string; basis: string; task: string };
const blank: Values = { component: 'CuratorDuties', takerId: '', startsOn: '', endsOn: '', basis: '', task: '' };

/** Offers a component to another organization. */
export function ProposeDialog({ organizationId, opened, onClose }: Props) {
  const { t } = useTranslation('delegations');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('propose')}
      submitLabel={t('form.send')}
      defaults={blank}
      refresh={delegations.all()}
      onSend={({ task, endsOn, ...values }, header) =>
        delegationActs.propose(organizationId, { ...values, endsOn: endAfter(endsOn) ?? '', task: task.trim() || null }, header)}
    >
      {({ control, watch }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('form.about')}
          </Text>
          <SelectField
            control={control}
            name="component"
            required
            label={t('form.component')}
            hint={t(`right.${watch('component')}`)}
            options={components.map((value) => ({ value, label: t(`component.${value}`) }))}
          />
          <OrganizationField
            control={control}
            name="takerId"
            required
            label={t('form.taker')}
            placeholder={t('form.takerHint')}
            except={organizationId}
          />
          <Group grow align="start">
            <DateField control={control} name="startsOn" required label={t('form.startsOn')} />
            <DateField control={control} name="endsOn" required label={t('form.endsOn')} hint={t('form.endsOnHint')} />
          </Group>
          <TextField
            control={control}
            name="basis"
            required
            label={t('form.basis')}
            hint={t('form.basisHint')}
            maxLength={500}
          />
          <TextAreaField control={control} name="task" label={t('form.task')} maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}
