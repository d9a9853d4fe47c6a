import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { Person } from './api';

type Program = Person['programs'][number];

const tones = {
  Draft: 'wait',
  Consent: 'wait',
  Council: 'wait',
  Approved: 'wait',
  Active: 'ok',
  Paused: 'risk',
  Completed: 'off',
  EndedEarly: 'off',
  Cancelled: 'off',
} as const satisfies Record<string, Tone>;
type Status = keyof typeof tones;

export function PersonPrograms({ programs }: { programs: readonly Program[] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  // The API types both as plain text.
  const status = (row: Program) => row.status as Status;
  const role = (row: Program) => t(`programRole.${row.role as 'Mentor' | 'Mentee'}`);

  const columns: Column<Program>[] = [
    {
      id: 'title',
      header: t('field.title'),
      rowHeader: true,
      width: 2.5,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/programs/$programId" params={{ programId: id }}>
          {title}
        </Link>
      ),
    },
    { id: 'role', header: t('field.role'), value: role },
    {
      id: 'status',
      header: t('field.status'),
      width: 1.4,
      value: (row) => t(`programStatus.${status(row)}`),
      cell: (row) => <StatusTag tone={tones[status(row)]}>{t(`programStatus.${status(row)}`)}</StatusTag>,
    },
    {
      id: 'period',
      header: t('field.period'),
      width: 1.6,
      value: ({ startsOn }) => startsOn,
      cell: ({ startsOn, endsOn, leftOn }) =>
        [
          t('person.until', { from: format.date(startsOn), to: format.date(endsOn) }),
          leftOn && t('person.leftProgram', { date: format.lastDay(leftOn) }),
        ]
          .filter(Boolean)
          .join(', '),
    },
  ];

  return (
    <DataTable
      id="person-programs"
      label={t('person.programs')}
      columns={columns}
      rows={programs}
      rowKey={({ id, role: held }) => id + held}
      wrap
    />
  );
}
