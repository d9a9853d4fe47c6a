import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import type { ProgramValues } from './editor-values';
import cls from './program-editor.module.css';

/** `mayChange`: the user may choose other forms for the school. */
export type FormsInUse = { codes: readonly string[]; mayChange: boolean };

type Props = {
  organizationId: string;
  forms: FormsInUse | undefined;
  /** What the program has already stays to be chosen. */
  keptForm: string | undefined;
  withPay: boolean;
};

export function EditorBasics({ organizationId, forms: inUse, keptForm, withPay }: Props) {
  const { t } = useTranslation('programs');
  const { control, getValues } = useFormContext<ProgramValues>();
  const forms = useDictionary('mentoring-form');
  const kinds = useDictionary('mentoring-kind');
  const purposes = useDictionary('program-purpose');
  const choose = t('editor.choose');
  const permitted = inUse ? forms.options.filter(({ value }) => inUse.codes.includes(value) || value === keptForm) : forms.options;
  const areSome = permitted.length < forms.options.length;

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
            maxLength={200}
          />
        </div>
        <SelectField
          control={control}
          name="purposeCode"
          label={t('field.purpose')}
          options={purposes.options}
          empty={choose}
        />
        <div>
          <SelectField
            control={control}
            name="formCode"
            label={t('field.form')}
            {...(areSome ? { hint: t('editor.formsInUse') } : {})}
            options={permitted}
            empty={choose}
          />
          {areSome && inUse?.mayChange && (
            <Text size="sm" mt={4}>
              <Link to="/school/$orgId/setup" params={{ orgId: organizationId }} search={{ tab: 'structure' }}>
                {t('editor.chooseForms')}
              </Link>
            </Text>
          )}
        </div>
        <SelectField
          control={control}
          name="kindCode"
          label={t('field.kind')}
          options={kinds.options}
          empty={choose}
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
            rows={4}
          />
        </div>
      </div>
    </section>
  );
}
