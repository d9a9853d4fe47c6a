import { Title } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import type { ProgramValues } from './editor-values';
import cls from './program-editor.module.css';

export function EditorBasics({ withPay }: { withPay: boolean }) {
  const { t } = useTranslation('programs');
  const { control, getValues } = useFormContext<ProgramValues>();
  const forms = useDictionary('mentoring-form');
  const kinds = useDictionary('mentoring-kind');
  const purposes = useDictionary('program-purpose');
  const choose = t('editor.choose');

  return (
    <section className={cls.section} aria-labelledby="basics">
      <Title order={2} id="basics" mb="sm">
        {t('editor.basics')}
      </Title>
      <div className={cls.grid}>
        <div className={cls.wide}>
          <TextField
            control={control}
            name="title"
            label={t('field.title')}
            hint={t('editor.titleHint')}
            required
            maxLength={300}
          />
        </div>
        <SelectField
          control={control}
          name="purposeCode"
          label={t('field.purpose')}
          options={purposes.options}
          empty={choose}
          required
        />
        <SelectField
          control={control}
          name="formCode"
          label={t('field.form')}
          options={forms.options}
          empty={choose}
          required
        />
        <SelectField
          control={control}
          name="kindCode"
          label={t('field.kind')}
          options={kinds.options}
          empty={choose}
          required
        />
        <DateField control={control} name="startsOn" label={t('field.startsOn')} required />
        <DateField
          control={control}
          name="endsOn"
          label={t('field.endsOn')}
          required
          checks={{
            afterStart: (value) =>
              !value || String(value) > getValues('startsOn') || t('editor.endsBeforeStart'),
          }}
        />
        {withPay && (
          <NumberField
            control={control}
            name="payKopecks"
            label={t('editor.pay')}
            hint={t('editor.payHint')}
            unit="₽"
            checks={{ notNegative: (value) => !String(value).startsWith('-') || t('editor.payNegative') }}
          />
        )}
        <div className={cls.wide}>
          <TextAreaField
            control={control}
            name="content"
            label={t('field.content')}
            hint={t('editor.contentHint')}
            required
            rows={4}
          />
        </div>
      </div>
    </section>
  );
}
