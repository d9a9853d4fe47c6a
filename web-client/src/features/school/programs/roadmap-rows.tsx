import type { ReactNode } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import cls from './program-editor.module.css';
import { RowTools } from './row-tools';
import type { Responsible } from './types';
import { useRowMoves } from './use-row-moves';

const responsibles = ['Mentor', 'Mentee', 'Both'] as const;

/** What programs and templates have in common; the term is their own. */
type Activity = { activity: string; responsible: Responsible; expectedResult: string };

type Props = { hint: string; term: string; termField: (index: number) => ReactNode; blank: () => Activity; isIdle?: (index: number) => boolean };

/** The five columns that schools file. Rows move with the arrows at their end or with Alt and ↑ ↓. */
export function RoadmapRows({ hint, term, termField, blank, isIdle }: Props) {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<{ activities: Activity[] }>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'activities' });
  const { body, shift, onKeyDown, said } = useRowMoves(fields.length, move);
  const idle = (index: number) => (isIdle ? { unless: () => isIdle(index) } : {});
  const options = responsibles.map((value) => ({ value, label: t(`responsible.${value}`) }));

  return (
    <section className={cls.section} aria-labelledby="activities">
      <Title order={2} id="activities" tabIndex={-1}>
        {t('roadmap.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {hint}
      </Text>
      <table className={cls.roadmap} aria-labelledby="activities">
        <thead>
          <tr>
            <th scope="col" className={cls.number}>
              {t('roadmap.number')}
            </th>
            <th scope="col">{t('roadmap.activity')}</th>
            <th scope="col" className={cls.due}>
              {term}
            </th>
            <th scope="col" className={cls.who}>
              {t('roadmap.responsible')}
            </th>
            <th scope="col">{t('roadmap.result')}</th>
            <th scope="col" className={cls.tools}>
              <span className="visually-hidden">{t('row.tools')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {fields.map(({ id }, index) => (
            <tr key={id} onKeyDown={(event) => onKeyDown(event, index)}>
              <td className={cls.number}>{index + 1}</td>
              <td data-label={t('roadmap.activity')}>
                <TextAreaField
                  {...idle(index)}
                  control={control}
                  name={`activities.${index}.activity`}
                  label={t('roadmap.activityOf', { number: index + 1 })}
                  hideLabel
                  required
                  rows={1}
                  maxLength={1000}
                />
              </td>
              <td className={cls.due} data-label={term}>
                {termField(index)}
              </td>
              <td className={cls.who} data-label={t('roadmap.responsible')}>
                <SelectField
                  control={control}
                  name={`activities.${index}.responsible`}
                  label={t('roadmap.responsibleOf', { number: index + 1 })}
                  hideLabel
                  options={options}
                />
              </td>
              <td data-label={t('roadmap.result')}>
                <TextAreaField
                  {...idle(index)}
                  control={control}
                  name={`activities.${index}.expectedResult`}
                  label={t('roadmap.resultOf', { number: index + 1 })}
                  hideLabel
                  required
                  rows={1}
                  maxLength={1000}
                />
              </td>
              <td className={cls.tools}>
                <RowTools
                  row={t('roadmap.row', { number: index + 1 })}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(by) => shift(index, by)}
                  onRemove={() => remove(index)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      <Button
        mt="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => append(blank(), { focusName: `activities.${fields.length}.activity` })}
      >
        {t('roadmap.add')}
      </Button>
    </section>
  );
}
