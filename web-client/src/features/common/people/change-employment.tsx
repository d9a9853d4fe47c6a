import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField } from '@/shared/ui/fields';
import { changeEmployment } from './acts';
import { people, type Person } from './api';

type Props = { opened: boolean; personId: string; employment: Person['employments'][number]; onClose: () => void };
type Values = Record<'how' | 'from' | 'positionCode' | 'isMain' | 'qualification', string>;

const QUALIFICATIONS = ['First', 'Highest', 'Methodologist', 'Mentor'] as const;

/** Another position from a day on, or a mistake mended from the beginning. */
export function ChangeEmployment({ opened, personId, employment, onClose }: Props) {
  const { t } = useTranslation('people');
  const positions = useDictionary('position');
  const { organizationId, id } = employment;

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('staff.change')}
      submitLabel={t('staff.save')}
      defaults={{
        how: 'turn',
        from: today(),
        positionCode: employment.positionCode,
        isMain: String(employment.isMain),
        qualification: employment.qualification ?? '',
      }}
      refresh={people.all()}
      onSend={(values, header) =>
        changeEmployment({ organizationId, personId }, id, {
          version: employment.version,
          positionCode: values.positionCode,
          isMain: values.isMain === 'true',
          qualification: values.qualification || null,
          from: values.how === 'turn' ? values.from : null,
        }, header)
      }
    >
      {({ control, watch }) => (
        <>
          <SelectField
            control={control}
            name="how"
            label={t('staff.how')}
            options={(['turn', 'correct'] as const).map((value) => ({ value, label: t(`staff.${value}`) }))}
          />
          {watch('how') === 'turn' && (
            <DateField control={control} name="from" label={t('staff.from')} hint={t('staff.fromHint')} required />
          )}
          <SelectField control={control} name="positionCode" label={t('staff.position')} required options={positions.options} />
          <SelectField
            control={control}
            name="isMain"
            label={t('staff.isMain')}
            options={[
              { value: 'true', label: t('staff.main') },
              { value: 'false', label: t('staff.second') },
            ]}
          />
          <SelectField
            control={control}
            name="qualification"
            label={t('staff.qualification')}
            empty={t('staff.noQualification')}
            options={QUALIFICATIONS.map((value) => ({ value, label: t(`qualification.${value}`) }))}
          />
        </>
      )}
    </CommandDialog>
  );
}
