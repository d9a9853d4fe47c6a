import type { ReactNode } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import cls from './program-editor.module.css';
import { RowTools } from './row-tools';

/** What programs and templates have in common; how a goal is measured is their own. */
type Goal = { areaCode: string; difficulty: string; goal: string };

type Props = {
  hint: string;
  measure: (index: number) => ReactNode;
  blank: () => Goal;
  /** Whether a row was not begun and so needs nothing. */
  isIdle?: (index: number) => boolean;
  /** Above the list: where goals can be taken from. */
  source?: (take: (goal: string) => void) => ReactNode;
};

/** From a difficulty to a goal, one after the other. */
export function GoalRows({ hint, measure, blank, isIdle, source }: Props) {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<{ goals: Goal[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  const areas = useDictionary('competence-area');
  const add = (known?: Partial<Goal>) => append({ ...blank(), ...known }, { focusName: `goals.${fields.length}.areaCode` });

  return (
    <section className={cls.section} aria-labelledby="goals">
      <Title order={2} id="goals" tabIndex={-1}>
        {t('goals.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {hint}
      </Text>
      {source?.((goal) => add({ goal }))}
      <ul className={cls.rows}>
        {fields.map(({ id }, index) => {
          const row = { place: t('goals.numbered', { number: index + 1 }), ...(isIdle ? { unless: () => isIdle(index) } : {}) };
          return (
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
                    {...row}
                    control={control}
                    name={`goals.${index}.areaCode`}
                    label={t('goals.area')}
                    options={areas.options}
                    empty={t('editor.choose')}
                    required
                  />
                </div>
                <TextAreaField {...row} control={control} name={`goals.${index}.difficulty`} label={t('goals.difficulty')} required rows={2} maxLength={1000} />
                <TextAreaField {...row} control={control} name={`goals.${index}.goal`} label={t('goals.goal')} required rows={2} maxLength={1000} />
              </div>
              <div className={cls.grid}>{measure(index)}</div>
            </li>
          );
        })}
      </ul>
      <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add()}>
        {t('goals.add')}
      </Button>
    </section>
  );
}
