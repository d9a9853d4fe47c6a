import { Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { PageHeader } from '@/shared/ui/page-header';
import { matchingActs } from './acts';
import { matching } from './api';

/** The best proposal across a region's schools: how many, never who. */
export function RegionMatchingPage({ code }: { code: string }) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const region = useQuery(matching.region(code));
  const propose = useMutation(matchingActs.proposeRegion(code));
  const run = region.data?.run;
  const schools = region.data?.schools ?? [];

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
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label={t('region.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('region.school')}</Table.Th>
                {(['mentees', 'pairs', 'across', 'left', 'helps'] as const).map((column) => (
                  <Table.Th key={column} ta="end">
                    {t(`region.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="numbers">
              {schools.map((school) => (
                <Table.Tr key={school.organizationId}>
                  <Table.Th scope="row" fw={400}>
                    {school.name}
                  </Table.Th>
                  <Table.Td ta="end">{format.number(school.mentees)}</Table.Td>
                  <Table.Td ta="end">{format.number(school.pairs)}</Table.Td>
                  <Table.Td ta="end">{format.number(school.across)}</Table.Td>
                  <Table.Td ta="end">{format.number(school.mentees - school.pairs)}</Table.Td>
                  <Table.Td ta="end">{format.number(school.helps)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
