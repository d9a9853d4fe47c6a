import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { NumberField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { EditorSector } from './editor-sector';
import { noGoal, type ProgramValues } from './editor-values';
import cls from './program-editor.module.css';
import { RowTools } from './row-tools';

export function EditorGoals({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<ProgramValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  const areas = useDictionary('competence-area');

  return (
    <section className={cls.section} aria-labelledby="goals">
      <Title order={2} id="goals" tabIndex={-1}>
        {t('goals.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('editor.goalsHint')}
      </Text>
      <EditorSector
        organizationId={organizationId}
        onTake={(goal) => append({ ...noGoal(), goal }, { focusName: `goals.${fields.length}.areaCode` })}
      />
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
              />
              <TextAreaField
                control={control}
                name={`goals.${index}.goal`}
                label={t('goals.goal')}
                required
                rows={2}
              />
            </div>
            <div className={cls.grid}>
              <TextField
                control={control}
                name={`goals.${index}.measure`}
                label={t('goals.measure')}
                hint={t('goals.measureHint')}
              />
              <NumberField
                control={control}
                name={`goals.${index}.measureBefore`}
                label={t('goals.before')}
                hint={t('goals.beforeHint')}
              />
              <NumberField
                control={control}
                name={`goals.${index}.measureTarget`}
                label={t('goals.target')}
                hint={t('goals.targetHint')}
              />
            </div>
          </li>
        ))}
      </ul>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append(noGoal(), { focusName: `goals.${fields.length}.areaCode` })}
      >
        {t('goals.add')}
      </Button>
    </section>
  );
}
