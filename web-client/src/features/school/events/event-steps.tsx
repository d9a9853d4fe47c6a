import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEveryPage } from '@/shared/api/use-every-page';
import { useFormat } from '@/shared/i18n/use-format';
import { coordination } from '@/shared/partnerships/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { eventActs, events, type PublicEvent } from './api';

type Props = { organizationId: string; event: PublicEvent | undefined; onClose: () => void };
type Report = { cameStaff: string; cameGuests: string; result: string; entryId: string };

/** How many came, without names, and what came of it. */
export function HoldDialog({ organizationId, event, onClose }: Props) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const entries = useEveryPage({ ...coordination(organizationId), enabled: event !== undefined });
  return (
    <CommandDialog<Report>
      opened={event !== undefined}
      title={t('hold')}
      onClose={onClose}
      defaults={{ cameStaff: '', cameGuests: '', result: '', entryId: '' }}
      fields={['cameStaff', 'cameGuests', 'result', 'entryId']}
      submitLabel={t('hold')}
      onSend={async ({ cameStaff, cameGuests, result, entryId }) => {
        const report = { cameStaff: Number(cameStaff), cameGuests: Number(cameGuests), result: result.trim(), entryId: entryId || null };
        if (event) await eventActs.hold(organizationId, event, report);
      }}
      refresh={events.all}
    >
      {({ control }) => (
        <>
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <NumberField control={control} name="cameStaff" label={t('field.cameStaff')} required />
            <NumberField control={control} name="cameGuests" label={t('field.cameGuests')} required />
          </Group>
          <TextAreaField control={control} name="result" label={t('field.result')} rows={2} required maxLength={4000} />
          <SelectField
            control={control}
            name="entryId"
            label={t('field.entry')}
            empty={t('noEntry')}
            options={entries.items.map(({ id, heldOn, title }) => ({ value: id, label: `${format.date(heldOn)} ${title}` }))}
          />
        </>
      )}
    </CommandDialog>
  );
}

/** What the public section says first; the rest comes from the plan. */
export function TellDialog({ organizationId, event, onClose }: Props) {
  const { t } = useTranslation('events');
  return (
    <CommandDialog<{ lead: string }>
      opened={event !== undefined}
      title={t('tell')}
      onClose={onClose}
      defaults={{ lead: '' }}
      fields={['lead']}
      submitLabel={t('tell')}
      onSend={async ({ lead }) => {
        if (event) await eventActs.tell(organizationId, event, lead.trim());
      }}
      refresh={events.all}
    >
      {({ control }) => <TextAreaField control={control} name="lead" label={t('field.lead')} hint={t('field.leadHint')} rows={2} required maxLength={500} />}
    </CommandDialog>
  );
}
