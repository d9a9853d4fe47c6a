import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { DateField, SelectField, TextField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { today } from '@/shared/i18n/dates';
import { psychology, psychologyActs } from './api';

const audiences = ['Staff', 'Participants'] as const;
type Values = { title: string; audience: (typeof audiences)[number]; statements: string[]; closesOn: string };
type Props = { organizationId: string; opened: boolean; onClose: () => void };

/** Who is asked, about what and until when. */
export function PulseDialog({ organizationId, opened, onClose }: Props) {
  const { t } = useTranslation('psychology');
  const { options } = useDictionary('pulse-statement');
  return (
    <CommandDialog<Values>
      opened={opened && options.length > 0}
      title={t('pulse.open')}
      onClose={onClose}
      defaults={{
        title: '',
        audience: 'Staff',
        statements: options.map(({ value }) => value),
        closesOn: today(14),
      }}
      fields={['title', 'audience', 'statements', 'closesOn']}
      submitLabel={t('pulse.openNow')}
      onSend={({ title, ...rest }, header) => psychologyActs.openPulse(organizationId, { ...rest, title: title.trim() }, header)}
      refresh={psychology.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="title" label={t('pulse.title')} required maxLength={200} />
          <SelectField
            control={control}
            name="audience"
            label={t('pulse.audience')}
            options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
          />
          <DictionaryListField control={control} name="statements" label={t('pulse.statements')} required dictionary="pulse-statement" />
          <DateField control={control} name="closesOn" label={t('pulse.closesOn')} required />
        </>
      )}
    </CommandDialog>
  );
}
