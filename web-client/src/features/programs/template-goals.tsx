import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import cls from './program-editor.module.css';
import { RowTools } from './row-tools';
import { noTemplateGoal, type TemplateValues } from './template-values';

/** Goals that programs begin with; before and target are a program's own. */
export function TemplateGoals() {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<TemplateValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  const areas = useDictionary('competence-area');

  return (
    <section className={cls.section} aria-labelledby="goals">
      <Title order={2} id="goals" tabIndex={-1}>
        {t('goals.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('templates.goalsHint')}
      </Text>
      <ul className={cls.rows}>
        {fields.map(({ id }, index) => (
          <li key={id} className={cls.row}>
            <Group justify="space-between" mb={4}>
              <Title order={3}>{t('goals.numbered', { number: index + 1 })}</Title>
              <RowTools
                row={t('goals.row', { number: index + 1 })}
                isFirst={index === 0}
                isLast={index === fields.length - 1}
                onRemove={() => remove(index)}
              />
            </Group>
            <div className={cls.pair}>
              <div className={cls.wide}>
                <SelectField
                  control={control}
                  name={`goals.${index}.areaCode`}
                  label={t('goals.area')}
                  options={areas.options}
                  empty={t('editor.choose')}
                  required
                />
              </div>
              <TextAreaField
                control={control}
                name={`goals.${index}.difficulty`}
                label={t('goals.difficulty')}
                required
                rows={2}
                maxLength={1000}
              />
              <TextAreaField
                control={control}
                name={`goals.${index}.goal`}
                label={t('goals.goal')}
                required
                rows={2}
                maxLength={1000}
              />
              <div className={cls.wide}>
                <TextField control={control} name={`goals.${index}.measure`} label={t('goals.measure')} hint={t('goals.measureHint')} maxLength={300} />
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append(noTemplateGoal(), { focusName: `goals.${fields.length}.areaCode` })}
      >
        {t('goals.add')}
      </Button>
    </section>
  );
}
