import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { Loaded } from '@/shared/ui/loaded';
import { results, type SumItem } from './api';
import { TENTH } from './figures';
import { kinds, type Kind } from './search';

type Props = {
  organizationId: string;
  schoolYear: number;
  kind: Kind | undefined;
  subject: string | undefined;
  /** Subjects of one kind are wanted. */
  onKind: (kind: Kind) => void;
  empty: React.ReactNode;
};

/** What pupils of a school reached in a year beside the year before; kinds are never added to one another. */
export function Sums({ organizationId, schoolYear, kind, subject, onKind, empty }: Props) {
  const { t } = useTranslation('pupil-results');
  const query = useQuery(results.sums(organizationId, schoolYear));
  // Of all kinds at once each is told by all subjects together: a school has hundreds of sums.
  const isShown = (item: SumItem) => (subject ? item.subject === subject : kind !== undefined || item.subject === null);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const shown = kinds
          .filter((one) => !kind || one === kind)
          .map((of) => ({ of, rows: items.filter((item) => item.kind === of && isShown(item)) }))
          .filter(({ rows }) => rows.length > 0);
        if (shown.length === 0) return empty;
        return shown.map(({ of, rows }) => (
          <section key={of}>
            <Group mt="md" gap="xs" justify="space-between">
              <Title order={2}>{t(`kind.${of}`)}</Title>
              {!kind && !subject && (
                <Button size="compact-sm" variant="default" aria-label={t('bySubjectOf', { kind: t(`kind.${of}`) })} onClick={() => onKind(of)}>
                  {t('bySubject')}
                </Button>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {t(`about.${of}`)}
            </Text>
            <SumTable kind={of} rows={rows} schoolYear={schoolYear} />
          </section>
        ));
      }}
    </Loaded>
  );
}

function SumTable({ kind, rows, schoolYear }: { kind: Kind; rows: readonly SumItem[]; schoolYear: number }) {
  const { t } = useTranslation('pupil-results');
  const columns = useColumns(kind, schoolYear);
  return (
    <DataTable
      id={`pupil-sums-${kind}`}
      label={t(`kind.${kind}`)}
      columns={columns}
      rows={rows}
      rowKey={({ term, stage, subject }) => `${term}-${stage}-${subject}`}
      summary=""
      wrap
    />
  );
}

function useColumns(kind: Kind, schoolYear: number): Column<SumItem>[] {
  const { t } = useTranslation('pupil-results');
  const format = useFormat();
  const subjects = useDictionary('subject');
  const stages = useDictionary('olympiad-stage');
  const share = (value: number | null) => (value === null ? t('none') : kind === 'Olympiad' ? format.number(value, TENTH) : format.share(value / 100));
  const number = (id: string, header: string, value: (item: SumItem) => number | null, cell: (item: SumItem) => React.ReactNode): Column<SumItem> => ({
    id,
    header,
    value,
    cell,
    width: 0.9,
    align: 'end',
    unsortable: true,
  });
  // Of nobody there is no figure yet: nought would say that nobody passed.
  const count = (id: 'pupils' | 'successful' | 'prizes', header: string) => {
    const of = ({ now }: SumItem) => (now.pupils + now.successful === 0 ? null : (now[id] ?? 0));
    return number(id, header, of, (item) => {
      const value = of(item);
      return value === null ? t('none') : format.number(value);
    });
  };
  const shareOf = (id: 'now' | 'before', year: number) =>
    number(
      id,
      t(`shareIn.${kind === 'Olympiad' ? 'participations' : 'share'}`, { year: schoolYearName(year) }),
      (item) => item[id].share,
      (item) => share(item[id].share),
    );
  return [
    {
      id: 'subject',
      header: t('field.subject'),
      rowHeader: true,
      unsortable: true,
      width: 1.6,
      value: ({ subject }) => (subject ? subjects.name(subject) : t('allSubjects')),
      cell: ({ subject, now }) => (
        <>
          {subject ? subjects.name(subject) : <b>{t('allSubjects')}</b>}
          {now.isSmall && (
            <Text size="xs" c="dimmed">
              {t('smallSum')}
            </Text>
          )}
        </>
      ),
    },
    ...(kind === 'Attainment'
      ? [{ id: 'term', header: t('field.term'), unsortable: true, value: ({ term }: SumItem) => (term ? t(`term.${term}`) : '') }]
      : []),
    ...(kind === 'Olympiad'
      ? [{ id: 'stage', header: t('field.stage'), unsortable: true, width: 1.3, value: ({ stage }: SumItem) => (stage ? stages.name(stage) : '') }]
      : []),
    count('pupils', t(`counts.${kind}.pupils`)),
    count('successful', t(`counts.${kind}.successful`)),
    ...(kind === 'Olympiad' ? [count('prizes', t('field.prizes'))] : []),
    shareOf('now', schoolYear),
    shareOf('before', schoolYear - 1),
    number('difference', t('difference'), ({ difference }) => difference, ({ difference }) =>
      difference === null
        ? t('none')
        : t(kind === 'Olympiad' ? 'changeOf' : 'points', { value: format.number(difference, { ...TENTH, signDisplay: 'exceptZero' }) }),
    ),
  ];
}
