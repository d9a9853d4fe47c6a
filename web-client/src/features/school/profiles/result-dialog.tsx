import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, TextAreaField, TextField } from '@/shared/ui/fields';
import cls from './profiles.module.css';

type Body = components['schemas']['AddMentorResultBody'];
type Props = { opened: boolean; onClose: () => void; onSave: (body: Body) => Promise<boolean> };

const blank = { text: '', measure: '', valueBefore: '', valueAfter: '', evidence: '', achievedOn: '' };

/** States a measurable result. */
export function ResultDialog({ opened, onClose, onSave }: Props) {
  const { t } = useTranslation('profiles');
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('result.add')}
      submitLabel={t('result.save')}
      defaults={blank}
      onSend={({ valueBefore, valueAfter, ...values }) =>
        onSave({ ...values, valueBefore: parseNumber(valueBefore) ?? null, valueAfter: parseNumber(valueAfter) ?? null })
      }
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="text" label={t('result.text')} hint={t('result.textHint')} required rows={2} />
          <TextField control={control} name="measure" label={t('result.measure')} hint={t('result.measureHint')} required />
          <div className={cls.grid}>
            <NumberField control={control} name="valueBefore" label={t('result.before')} />
            <NumberField control={control} name="valueAfter" label={t('result.after')} />
            <DateField control={control} name="achievedOn" label={t('result.achievedOn')} required />
          </div>
          <TextAreaField control={control} name="evidence" label={t('result.evidence')} hint={t('result.evidenceHint')} required rows={2} />
        </>
      )}
    </CommandDialog>
  );
}
