import { NativeSelect, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffColumn, StaffField } from './api';
import cls from './staff-list.module.css';

const FIELDS: readonly StaffField[] = [
  'FullName',
  'FamilyName',
  'GivenName',
  'Patronymic',
  'BirthDate',
  'Position',
  'StartedOn',
  'EndedOn',
  'IsMain',
  'Email',
  'Phone',
  'Number',
  'Qualification',
];

type Props = { columns: readonly StaffColumn[]; onChoose: (at: number, field: StaffField | null) => void };

/** Each column of the file with what stands in it, and what it tells. */
export function StaffMatching({ columns, onChoose }: Props) {
  const { t } = useTranslation('imports');
  const options = [{ value: '', label: t('columns.leaveOut') }, ...FIELDS.map((value) => ({ value, label: t(`staffField.${value}`) }))];

  return (
    <section aria-label={t('columns.title')}>
      <Title order={2} mb="xs">
        {t('columns.title')}
      </Title>
      <ul className={cls.columns}>
        {columns.map(({ at, letters, heading, field, samples }) => (
          <li key={at} data-off={!field || undefined}>
            <div>
              <Text fw={600}>{heading || t('columns.letters', { letters })}</Text>
              <Text size="sm" c="dimmed" lineClamp={2}>
                {samples.join(' · ') || t('columns.blank')}
              </Text>
            </div>
            <NativeSelect
              aria-label={t('columns.tells', { column: heading || letters })}
              value={field ?? ''}
              data={options}
              onChange={({ currentTarget: { value } }) => onChoose(at, value ? (value as StaffField) : null)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
