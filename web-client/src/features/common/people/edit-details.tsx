import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, TextField } from '@/shared/ui/fields';
import { revisePerson } from './acts';
import { people, type Person } from './api';

type Props = { opened: boolean; person: Person; organizationId: string; onClose: () => void };

const NAMES = ['familyName', 'givenName', 'patronymic', 'birthDate', 'email', 'phone'] as const;
type Values = Record<(typeof NAMES)[number], string>;

/** What is recorded of a person, changed by hand. */
export function EditDetails({ opened, person, organizationId, onClose }: Props) {
  const { t } = useTranslation('people');
  const defaults = Object.fromEntries(NAMES.map((name) => [name, person[name] ?? ''])) as Values;
  const filled = (value: string) => value.trim() || null;

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('staff.details')}
      submitLabel={t('staff.save')}
      defaults={defaults}
      refresh={people.all()}
      onSend={(values, header) =>
        revisePerson({ organizationId, personId: person.id }, {
          version: person.version,
          familyName: values.familyName.trim(),
          givenName: values.givenName.trim(),
          patronymic: filled(values.patronymic),
          birthDate: values.birthDate || null,
          email: filled(values.email),
          phone: filled(values.phone),
        }, header)
      }
    >
      {({ control }) => (
        <>
          <TextField control={control} name="familyName" label={t('staff.familyName')} required maxLength={100} />
          <TextField control={control} name="givenName" label={t('staff.givenName')} required maxLength={100} />
          <TextField control={control} name="patronymic" label={t('staff.patronymic')} maxLength={100} />
          <DateField control={control} name="birthDate" label={t('field.birthDate')} />
          <TextField control={control} name="email" label={t('field.email')} hint={t('staff.emailHint')} maxLength={254} />
          <TextField control={control} name="phone" label={t('field.phone')} maxLength={40} />
        </>
      )}
    </CommandDialog>
  );
}
