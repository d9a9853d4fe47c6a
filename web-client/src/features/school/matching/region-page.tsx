import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { PageHeader } from '@/shared/ui/page-header';
import { matchingActs } from './acts';
import { matching } from './api';

const figures = ['mentees', 'pairs', 'across', 'left', 'helps'] as const;

type School = Record<Exclude<Figure, 'left'>, number>;
type Figure = (typeof figures)[number];

const numberOf = (school: School, figure: Figure) => (figure === 'left' ? school.mentees - school.pairs : school[figure]);

/** The best proposal across a region's schools: how many, never who. */
export function RegionMatchingPage({ code }: { code: string }) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const region = useQuery(matching.region(code));
  const propose = useMutation(matchingActs.proposeRegion(code));
  const run = region.data?.run;
  const schools = region.data?.schools ?? [];
  const columns: Column<(typeof schools)[number]>[] = [
    { id: 'school', header: t('region.school'), rowHeader: true, width: 3, value: ({ name }) => name },
    ...figures.map<Column<(typeof schools)[number]>>((id) => ({
      id,
      header: t(`region.${id}`),
      align: 'end',
      value: (school) => numberOf(school, id),
      cell: (school) => format.number(numberOf(school, id)),
    })),
  ];

  return (
    <>
      <PageHeader
        title={t('region.title')}
        summary={
          run &&
          t('region.summary', {
            date: format.instant(run.madeAt),
            mentees: run.mentees,
            mentors: run.mentors,
            pairs: run.pairs,
            across: run.across,
          })
        }
      >
        <Button loading={propose.isPending} onClick={() => propose.mutate()}>
          {t('region.propose')}
        </Button>
      </PageHeader>
      <Text size="sm" c="dimmed" mb="md" maw={720}>
        {t('region.about')}
      </Text>
      {region.isError && <Failure error={region.error} onRetry={() => void region.refetch()} />}
      {region.data && !run && <EmptyState title={t('region.none')} text={t('region.noneText')} />}
      {run && schools.length === 0 && <EmptyState title={t('region.nobody')} />}
      {schools.length > 0 && (
        <DataTable
          id="region-matching"
          label={t('region.title')}
          columns={columns}
          rows={schools}
          rowKey={({ organizationId }) => organizationId}
          wrap
        />
      )}
    </>
  );
}
