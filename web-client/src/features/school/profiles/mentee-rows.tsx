import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { DateField, SelectField, TextField } from '@/shared/ui/fields';
import { Section } from './form-parts';
import { noDifficulty, noStep, type MenteeValues } from './mentee-values';
import cls from './profiles.module.css';
import { RowTools } from './row-tools';

type Props = { control: Control<MenteeValues> };

/** What is hard, the most important first. */
export function Difficulties({ control }: Props) {
  const { t } = useTranslation('profiles');
  const { fields, append, remove, move } = useFieldArray({ control, name: 'difficulties' });
  const areas = useDictionary('competence-area');
  const topics = useDictionary('mentor-topic');
  const levels = (['1', '2', '3'] as const).map((value) => ({ value, label: t(`level.${value}`) }));

  return (
    <Section id="difficulties" title={t('mentee.difficulties')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('mentee.difficultiesHint')}
      </Text>
      <ul className={cls.rows}>
        {fields.map(({ id }, index) => (
          <li key={id} className={cls.row}>
            <Group justify="space-between" mb={4}>
              <Text fw={600}>{t('mentee.difficulty', { number: index + 1 })}</Text>
              <RowTools
                row={t('mentee.difficulty', { number: index + 1 })}
                isFirst={index === 0}
                isLast={index === fields.length - 1}
                onMove={(by) => move(index, index + by)}
                onRemove={() => remove(index)}
              />
            </Group>
            <TextField control={control} name={`difficulties.${index}.text`} label={t('field.difficulty')} required maxLength={500} />
            <div className={cls.grid}>
              <SelectField
                control={control}
                name={`difficulties.${index}.areaCode`}
                label={t('field.area')}
                options={areas.options}
                empty={t('form.choose')}
                required
              />
              <SelectField
                control={control}
                name={`difficulties.${index}.topicCode`}
                label={t('field.topic')}
                options={topics.options}
                empty={t('form.any')}
              />
              <SelectField control={control} name={`difficulties.${index}.level`} label={t('field.level')} options={levels} />
            </div>
          </li>
        ))}
      </ul>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append(noDifficulty(), { focusName: `difficulties.${fields.length}.text` })}
      >
        {t('mentee.addDifficulty')}
      </Button>
    </Section>
  );
}

/** From the present to the desired image. */
export function Steps({ control }: Props) {
  const { t } = useTranslation('profiles');
  const { fields, append, remove, move } = useFieldArray({ control, name: 'steps' });

  return (
    <Section id="steps" title={t('mentee.steps')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('mentee.stepsHint')}
      </Text>
      <ul className={cls.rows}>
        {fields.map(({ id }, index) => (
          <li key={id} className={cls.row}>
            <Group justify="space-between" mb={4}>
              <Text fw={600}>{t('mentee.step', { number: index + 1 })}</Text>
              <RowTools
                row={t('mentee.step', { number: index + 1 })}
                isFirst={index === 0}
                isLast={index === fields.length - 1}
                onMove={(by) => move(index, index + by)}
                onRemove={() => remove(index)}
              />
            </Group>
            <div className={cls.grid}>
              <TextField control={control} name={`steps.${index}.text`} label={t('field.step')} required maxLength={500} />
              <DateField control={control} name={`steps.${index}.dueOn`} label={t('field.dueOn')} />
            </div>
          </li>
        ))}
      </ul>
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append(noStep(), { focusName: `steps.${fields.length}.text` })}
      >
        {t('mentee.addStep')}
      </Button>
    </Section>
  );
}
