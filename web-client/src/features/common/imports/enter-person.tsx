import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextField } from '@/shared/ui/fields';
import { enterPerson } from './acts';
import { imports, type NewPerson } from './api';

type Values = Record<
  'familyName' | 'givenName' | 'patronymic' | 'birthDate' | 'snils' | 'email' | 'phone' | 'positionCode' | 'isMain' | 'startedOn' | 'isNew',
  string
>;

const EMPTY: Values = {
  familyName: '',
  givenName: '',
  patronymic: '',
  birthDate: '',
  snils: '',
  email: '',
  phone: '',
  positionCode: 'teacher',
  isMain: 'true',
  startedOn: '',
  isNew: 'false',
};

const personOf = (organizationId: string, values: Values): NewPerson => ({
  organizationId,
  familyName: values.familyName.trim(),
  givenName: values.givenName.trim(),
  patronymic: values.patronymic.trim() || null,
  birthDate: values.birthDate || null,
  snils: values.snils.trim() || null,
  email: values.email.trim() || null,
  phone: values.phone.trim() || null,
  positionCode: values.positionCode,
  isMain: values.isMain === 'true',
  startedOn: values.startedOn,
  endedOn: null,
  isNew: values.isNew === 'true',
});

type Props = { opened: boolean; organizationId: string; onClose: () => void; onSent: (importId: string) => void };

/** One person of the staff by hand; the check and the decision follow as after a file. */
export function EnterPerson({ opened, organizationId, onClose, onSent }: Props) {
  const { t } = useTranslation('imports');
  const positions = useDictionary('position');
  const yes = (key: 'isMain' | 'isNew') => ['true', 'false'].map((value) => ({ value, label: t(`person.${key}.${value as 'true' | 'false'}`) }));

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('person.title')}
      submitLabel={t('person.send')}
      defaults={EMPTY}
      refresh={imports.all()}
      silent
      onSend={async (values, header) => onSent((await enterPerson(personOf(organizationId, values), header)).id)}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="familyName" label={t('person.familyName')} required maxLength={100} />
          <TextField control={control} name="givenName" label={t('person.givenName')} required maxLength={100} />
          <TextField control={control} name="patronymic" label={t('person.patronymic')} maxLength={100} />
          <DateField control={control} name="birthDate" label={t('person.birthDate')} hint={t('person.birthDateHint')} />
          <TextField control={control} name="snils" label={t('person.snils')} hint={t('person.snilsHint')} maxLength={20} />
          <TextField control={control} name="email" label={t('person.email')} hint={t('person.emailHint')} maxLength={254} />
          <TextField control={control} name="phone" label={t('person.phone')} maxLength={40} />
          <SelectField control={control} name="positionCode" label={t('person.position')} required options={positions.options} />
          <SelectField control={control} name="isMain" label={t('person.isMain.label')} options={yes('isMain')} />
          <DateField control={control} name="startedOn" label={t('person.startedOn')} required />
          <SelectField control={control} name="isNew" label={t('person.isNew.label')} options={[...yes('isNew')].reverse()} />
        </>
      )}
    </CommandDialog>
  );
}
