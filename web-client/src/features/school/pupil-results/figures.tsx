import { useState } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { results, type Asked, type Item } from './api';

const FigureDialog = dialogLater(async () => (await import('./figure-dialog')).FigureDialog, ({ id }) => id !== undefined);

/** What a figure is of, in words: «ВПР», «Успеваемость, 1 четверть», «Олимпиада, школьный этап». */
export function useKindWords() {
  const { t } = useTranslation('pupil-results');
  const stages = useDictionary('olympiad-stage');
  return ({ kind, term, stage }: Pick<Item, 'kind' | 'term' | 'stage'>) =>
    [t(`kind.${kind}`), term && t(`term.${term}`), stage && stages.name(stage)].filter(Boolean).join(', ');
}

type Props = { query: Asked; empty: React.ReactNode; ofOne?: boolean };

/**
 * Figures, a row each; what was corrected opens by the row's name.
 * @param ofOne all of one teacher, whose name goes without saying
 */
export function Figures({ query, empty, ofOne = false }: Props) {
  const { t } = useTranslation('pupil-results');
  const pages = useInfiniteQuery(results.list(query));
  const [open, setOpen] = useState<string>();
  const columns = useColumns(ofOne, setOpen);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <DataTable
        id={ofOne ? 'own-pupil-results' : 'pupil-results'}
        label={t('figures')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={empty}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <FigureDialog id={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

function useColumns(ofOne: boolean, onOpen: (id: string) => void): Column<Item>[] {
  const { t } = useTranslation('pupil-results');
  const format = useFormat();
  const subjects = useDictionary('subject');
  const kind = useKindWords();
  const opener = (item: Item, words: string) => (
    <Anchor component="button" type="button" ta="start" aria-label={t('openOf', { name: item.personName, kind: kind(item) })} onClick={() => onOpen(item.id)}>
      {words}
    </Anchor>
  );
  const column = (id: string, header: string, width: number, value: Column<Item>['value'], cell?: Column<Item>['cell']): Column<Item> => ({
    id,
    header,
    width,
    value,
    unsortable: true,
    ...(cell ? { cell } : {}),
  });
  const number = (id: string, header: string, value: (item: Item) => number | null): Column<Item> => ({
    ...column(id, header, 0.8, value, (item) => (value(item) === null ? '' : format.number(value(item) ?? 0))),
    align: 'end',
  });
  return [
    ...(ofOne
      ? []
      : [{ ...column('person', t('field.person'), 2, ({ personName }) => personName, (item) => opener(item, item.personName)), rowHeader: true }]),
    {
      ...column('kind', t('field.kind'), 1.6, kind, (item) => (ofOne ? opener(item, kind(item)) : kind(item))),
      rowHeader: ofOne,
    },
    column('subject', t('field.subject'), 1.4, ({ subject }) => subjects.name(subject)),
    ...(ofOne ? [column('year', t('field.schoolYear'), 0.9, ({ schoolYear }) => schoolYearName(schoolYear))] : []),
    number('grade', t('field.grade'), ({ grade }) => grade),
    {
      ...number('pupils', t('field.pupils'), ({ pupils }) => pupils),
      cell: ({ pupils, isSmall }) => (
        <>
          {format.number(pupils)}
          {isSmall && (
            <Text span size="xs" c="dimmed">
              {` ${t('small')}`}
            </Text>
          )}
        </>
      ),
    },
    number('successful', t('field.successful'), ({ successful }) => successful),
    {
      ...number('share', t('field.share'), ({ successful, pupils }) => successful / pupils),
      cell: ({ kind: of, successful, pupils }) => (of === 'Olympiad' ? format.number((100 * successful) / pupils, TENTH) : format.share(successful / pupils)),
    },
    { ...number('prizes', t('field.prizes'), ({ prizes }) => prizes), optional: true },
    column('countedOn', t('field.countedOn'), 1, ({ countedOn }) => countedOn, ({ countedOn }) => format.date(countedOn)),
  ];
}

export const TENTH = { maximumFractionDigits: 1 };
