import { useState } from 'react';
import { Alert, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { PageHeader } from '@/shared/ui/page-header';
import { census, censusActs, type Census } from './api';
import { PastCensuses } from './past-censuses';
import { schoolYearName } from '@/shared/i18n/school-year';
import { TeacherTable } from './teacher-table';

const MONTH = 30;

export type CensusSearch = { show?: 'left' | undefined };
type Props = { organizationId: string; search: CensusSearch; onSearch: (change: CensusSearch) => void };

/** Once a year the school thinks of every teacher: who needs a mentor, who can be one. */
export function CensusPage({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('census');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(census.of(organizationId));
  const [completing, setCompleting] = useState(false);
  const refresh = () => Promise.all([census.all(), ['people'], ['profiles']].map((queryKey) => client.invalidateQueries({ queryKey })));

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={320} />;
  const held = data.census;
  const isOpen = held?.status === 'Open';
  const left = data.teachers.filter(({ decision }) => !decision).length;
  const shown = isOpen && search.show === 'left' ? data.teachers.filter(({ decision }) => !decision) : data.teachers;
  const found = (decision: string) => data.teachers.filter((teacher) => teacher.decision === decision).length;

  return (
    <>
      <PageHeader
        title={t('title', { year: schoolYearName(data.schoolYear) })}
        summary={held && t('progress', { done: data.teachers.length - left, total: data.teachers.length })}
      >
        {isOpen && data.manages && (
          <Button disabled={left > 0} onClick={() => setCompleting(true)}>
            {t('complete')}
          </Button>
        )}
      </PageHeader>
      <Due data={data} />
      {held ? (
        <>
          {isOpen && (
            <SegmentedControl
              className="no-print"
              mb="sm"
              aria-label={t('show.label')}
              value={search.show ?? 'all'}
              onChange={(value) => onSearch({ show: value === 'left' ? 'left' : undefined })}
              data={[
                { value: 'all', label: t('show.all', { count: data.teachers.length }) },
                { value: 'left', label: t('show.left', { count: left }) },
              ]}
            />
          )}
          {shown.length > 0 ? (
            <TeacherTable censusId={held.id} organizationId={organizationId} teachers={shown} editable={isOpen && data.manages} />
          ) : (
            <EmptyState title={t(data.teachers.length ? 'show.none' : 'nobody')} text={t(data.teachers.length ? 'show.noneText' : 'nobodyText')} />
          )}
        </>
      ) : (
        <EmptyState title={t('notOpened')} text={t('notOpenedText')}>
          {data.manages && (
            <Button
              onClick={() =>
                void censusActs.open(organizationId, today(MONTH)).finally(refresh)
              }
            >
              {t('open')}
            </Button>
          )}
        </EmptyState>
      )}
      <PastCensuses past={data.past} />
      <ConfirmDialog
        opened={completing}
        onClose={() => setCompleting(false)}
        title={t('completeTitle')}
        confirmLabel={t('complete')}
        onConfirm={() => held && censusActs.complete(held.id, held.version).then(refresh)}
      >
        <Text>{t('completeText', { needs: found('NeedsMentor'), can: found('CanMentor') })}</Text>
      </ConfirmDialog>
    </>
  );
}

/** When it is due, or was completed; overdue says so. */
function Due({ data }: { data: Census }) {
  const { t } = useTranslation('census');
  const format = useFormat();
  const held = data.census;
  if (data.overdue) {
    return (
      <Alert mb="md" color="red" variant="outline" title={t('overdue', { date: format.date(data.dueOn) })}>
        {t('overdueText')}
      </Alert>
    );
  }
  if (!held) return null;
  return (
    <Text mb="md" c="dimmed">
      {held.completedOn
        ? t('completedOn', { date: format.date(held.completedOn), name: held.completedByName })
        : t('dueOn', { date: format.date(held.dueOn), opened: format.date(held.openedOn) })}
    </Text>
  );
}
