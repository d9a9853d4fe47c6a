import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import type { Staff } from './api';
import { NeedCell } from './need-cell';

type Acts = {
  organizationId: string;
  /** Absent: needs are only to be read. */
  onSetNeed?: ((person: Staff) => void) | undefined;
  onClearNeed?: ((person: Staff) => void) | undefined;
  /** Absent: the staff record is not theirs to keep. */
  onEnd?: ((person: Staff) => void) | undefined;
};

export function usePeopleColumns({ organizationId, onSetNeed, onClearNeed, onEnd }: Acts): Column<Staff>[] {
  const { t } = useTranslation('people');
  const format = useFormat();
  const positions = useDictionary('position');

  const program: Column<Staff> = {
    id: 'program',
    header: t('field.newProgram'),
    unsortable: true,
    value: () => '',
    cell: ({ personId, name }) => (
      <Link
        to="/programs/new"
        search={{ org: organizationId, mentee: personId }}
        aria-label={t('list.createProgramFor', { name })}
      >
        {t('list.createProgram')}
      </Link>
    ),
  };

  const end: Column<Staff> = {
    id: 'end',
    header: t('field.work'),
    unsortable: true,
    value: () => '',
    cell: (person) => (
      <Button size="compact-sm" variant="subtle" className="no-print" aria-label={t('list.endOf', { name: person.name })} onClick={() => onEnd?.(person)}>
        {t('list.end')}
      </Button>
    ),
  };

  return [
    {
      id: 'name',
      header: t('field.name'),
      rowHeader: true,
      width: 2,
      value: ({ name }) => name,
      cell: ({ personId, name }) => (
        <Link to="/people/$personId" params={{ personId }} title={name}>
          {name}
        </Link>
      ),
    },
    { id: 'position', header: t('field.position'), width: 1.5, value: ({ positionCode }) => positions.name(positionCode) },
    {
      id: 'need',
      header: t('field.need'),
      width: 2.1,
      value: ({ need }) => need && t(`needCategory.${need.category}`),
      cell: (person) => (
        <NeedCell
          name={person.name}
          need={person.need}
          {...(onSetNeed ? { onSet: () => onSetNeed(person) } : {})}
          {...(onClearNeed ? { onClear: () => onClearNeed(person) } : {})}
        />
      ),
    },
    { id: 'programs', header: t('field.programs'), align: 'end', width: 0.9, value: ({ activePrograms }) => activePrograms },
    ...(onSetNeed ? [program] : []),
    { id: 'startedOn', header: t('field.startedOn'), value: ({ startedOn }) => startedOn, cell: ({ startedOn }) => format.date(startedOn) },
    ...(onEnd ? [end] : []),
    { id: 'main', header: t('field.isMain'), optional: true, value: ({ isMain }) => isMain },
    { id: 'teaching', header: t('field.isTeaching'), optional: true, value: ({ isTeaching }) => isTeaching },
    { id: 'note', header: t('field.note'), optional: true, unsortable: true, width: 1.5, value: ({ need }) => need?.note },
  ];
}
