import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import type { StaffList } from './api';

type Row = StaffList['rows'][number];

/** The first rows as they would be read, and how many there are. */
export function StaffRows({ read }: { read: StaffList }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const positions = useDictionary('position');
  const day = (value: string | null) => value && format.date(value);
  const told = new Set(read.columns.map(({ field }) => field));

  const columns: Column<Row>[] = [
    { id: 'line', header: t('faults.line'), align: 'end', width: 0.5, unsortable: true, value: ({ line }) => line },
    {
      id: 'name',
      header: t('people.name'),
      rowHeader: true,
      unsortable: true,
      width: 1.8,
      value: ({ familyName, givenName, patronymic }) => [familyName, givenName, patronymic].filter(Boolean).join(' ') || '—',
    },
    {
      id: 'position',
      header: t('staffField.Position'),
      unsortable: true,
      width: 1.5,
      value: ({ position, positionCode }) => (positionCode ? positions.name(positionCode) : position),
    },
  ];
  if (told.has('BirthDate')) columns.push({ id: 'birthDate', header: t('staffField.BirthDate'), unsortable: true, value: ({ birthDate }) => day(birthDate) });
  if (told.has('StartedOn')) columns.push({ id: 'startedOn', header: t('staffField.StartedOn'), unsortable: true, value: ({ startedOn }) => day(startedOn) });
  if (told.has('EndedOn')) columns.push({ id: 'lastDay', header: t('staffField.EndedOn'), unsortable: true, value: ({ lastDay }) => day(lastDay) });
  if (told.has('IsMain'))
    columns.push({ id: 'isMain', header: t('staffField.IsMain'), unsortable: true, value: ({ isMain }) => isMain !== null && t(`person.isMain.${isMain}`) });
  if (told.has('Email') || told.has('Phone'))
    columns.push({
      id: 'contacts',
      header: t('columns.contacts'),
      unsortable: true,
      width: 1.4,
      value: ({ email, phone }) => [email, phone].filter(Boolean).join(', '),
    });
  columns.push({
    id: 'faults',
    header: t('faults.message'),
    unsortable: true,
    width: 2,
    value: ({ faults }) => faults.map(({ message }) => message).join(' '),
  });

  return (
    <section>
      <Title order={2} mb="xs">
        {t('columns.rows')}
      </Title>
      <DataTable
        id="staff-rows"
        label={t('columns.rows')}
        columns={columns}
        rows={read.rows}
        rowKey={({ line }) => String(line)}
        summary={t('columns.people', { count: read.people })}
        wrap
      />
      {read.leftOut > 0 && <Text size="sm">{t('columns.leftOut', { count: read.leftOut })}</Text>}
      {read.skipped.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('columns.skipped', { lines: read.skipped.join(', ') })}
        </Text>
      )}
    </section>
  );
}
