import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import type { Person } from './api';

type Employment = Person['employments'][number];

const qualifications = ['First', 'Highest', 'Methodologist', 'Mentor'] as const;

export function PersonEmployments({ employments }: { employments: readonly Employment[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const positions = useDictionary('position');

  const qualification = (code: string | null) => {
    const known = qualifications.find((one) => one === code);
    return known ? t(`qualification.${known}`) : code;
  };
  const period = ({ startedOn, endedOn }: Employment) =>
    endedOn
      ? t('person.until', { from: format.date(startedOn), to: format.lastDay(endedOn, startedOn) })
      : t('person.since', { date: format.date(startedOn) });

  const columns: Column<Employment>[] = [
    {
      id: 'position',
      header: t('field.position'),
      rowHeader: true,
      width: 1.4,
      value: ({ positionCode, isMain }) =>
        positions.name(positionCode) + (isMain ? `, ${t('person.main')}` : ''),
    },
    {
      id: 'organization',
      header: t('field.organization'),
      width: 1.4,
      value: ({ organizationName }) => organizationName,
      cell: ({ organizationId, organizationName }) => (
        <Link to="/organizations/$organizationId" params={{ organizationId }}>
          {organizationName}
        </Link>
      ),
    },
    { id: 'period', header: t('field.period'), unsortable: true, value: period },
    { id: 'qualification', header: t('field.qualification'), value: (row) => qualification(row.qualification) },
  ];

  return (
    <DataTable
      id="person-employments"
      label={t('person.employments')}
      columns={columns}
      rows={employments}
      rowKey={({ id }) => id}
      wrap
    />
  );
}
