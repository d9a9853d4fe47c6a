import { useState, type ReactNode } from 'react';
import { Button, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { CouncilSections } from '@/shared/councils/council-sections';
import { councilAnalysis } from './api';
import type { AnalysisArea, AnalysisGap, AnalysisTopic } from './types';

/** The task that answers a gap, as far as the gap tells it. */
export type TaskForGap = { kind: 'Methodical' | 'ProgramCorrection'; areaCode: string; title: string; programId?: string };

type Props = {
  organizationId: string;
  mayWork: boolean;
  taskDialog: (task: TaskForGap | undefined, onClose: () => void) => ReactNode;
};

/** Where teachers have difficulties, what answers them, and which programs should be corrected. */
export function AnalysisPage({ organizationId, mayWork, taskDialog }: Props) {
  const { t } = useTranslation('analysis');
  const { data } = useSuspenseQuery(councilAnalysis.of(organizationId));
  const [task, setTask] = useState<TaskForGap>();
  const areaColumns = useAreaColumns();
  const topicColumns = useTopicColumns();
  const gapColumns = useGapColumns(mayWork ? setTask : undefined);

  return (
    <>
      <PageHeader title={t('analysis.title')} summary={t('analysis.about')} />
      <CouncilSections />
      <DataTable
        id="council-areas"
        label={t('analysis.areas')}
        columns={areaColumns}
        rows={data.areas}
        rowKey={({ areaCode }) => areaCode}
        summary={t('analysis.areas')}
        wrap
        empty={<EmptyState title={t('analysis.none')} text={t('analysis.noneText')} />}
      />
      {data.topics.length > 0 && (
        <section className={rows.section}>
          <Title order={2} mb="xs">
            {t('analysis.topics')}
          </Title>
          <DataTable id="council-topics" label={t('analysis.topics')} columns={topicColumns} rows={data.topics} rowKey={({ topicCode }) => topicCode} wrap />
        </section>
      )}
      <section className={rows.section}>
        <Title order={2} mb="xs">
          {t('analysis.gaps')}
        </Title>
        <DataTable
          id="council-gaps"
          label={t('analysis.gaps')}
          columns={gapColumns}
          rows={data.unanswered}
          rowKey={({ personId, areaCode, text }) => `${personId}${areaCode}${text}`}
          wrap
          empty={<EmptyState title={t('analysis.noGaps')} text={t('analysis.noGapsText')} />}
        />
      </section>
      {taskDialog(task, () => setTask(undefined))}
    </>
  );
}

function useAreaColumns(): Column<AnalysisArea>[] {
  const { t } = useTranslation('analysis');
  const areas = useDictionary('competence-area');
  return [
    { id: 'area', header: t('analysis.area'), rowHeader: true, width: 2.6, value: ({ areaCode }) => areas.name(areaCode) },
    { id: 'difficulties', header: t('analysis.difficulties'), align: 'end', value: ({ difficulties }) => difficulties },
    { id: 'grave', header: t('analysis.grave'), align: 'end', value: ({ grave }) => grave },
    { id: 'people', header: t('analysis.people'), align: 'end', value: ({ people }) => people },
    { id: 'goals', header: t('analysis.goals'), align: 'end', value: ({ goals }) => goals },
    {
      id: 'improved',
      header: t('analysis.improved'),
      align: 'end',
      value: ({ improved, measured }) => (measured ? t('analysis.of', { done: improved, total: measured }) : '—'),
    },
    { id: 'mentors', header: t('analysis.mentors'), align: 'end', value: ({ mentors }) => mentors },
    {
      id: 'unanswered',
      header: t('analysis.unanswered'),
      width: 1.2,
      value: ({ unanswered }) => unanswered,
      cell: ({ unanswered }) =>
        unanswered ? (
          <StatusTag tone="risk">{t('analysis.persons', { count: unanswered })}</StatusTag>
        ) : (
          <StatusTag tone="ok">{t('analysis.nobody')}</StatusTag>
        ),
    },
  ];
}

function useTopicColumns(): Column<AnalysisTopic>[] {
  const { t } = useTranslation('analysis');
  const topics = useDictionary('mentor-topic');
  return [
    { id: 'topic', header: t('analysis.topic'), rowHeader: true, width: 3, value: ({ topicCode }) => topics.name(topicCode) },
    { id: 'difficulties', header: t('analysis.difficulties'), align: 'end', value: ({ difficulties }) => difficulties },
    { id: 'people', header: t('analysis.people'), align: 'end', value: ({ people }) => people },
    { id: 'mentors', header: t('analysis.mentors'), align: 'end', value: ({ mentors }) => mentors },
  ];
}

function useGapColumns(onTask: ((task: TaskForGap) => void) | undefined): Column<AnalysisGap>[] {
  const { t } = useTranslation('analysis');
  const areas = useDictionary('competence-area');
  const taskOf = ({ name, areaCode, programId }: AnalysisGap): TaskForGap => ({
    kind: programId ? 'ProgramCorrection' : 'Methodical',
    areaCode,
    title: t(programId ? 'analysis.correctTitle' : 'analysis.helpTitle', { name, area: areas.name(areaCode) }),
    ...(programId ? { programId } : {}),
  });
  const act: Column<AnalysisGap> = {
    id: 'task',
    header: t('analysis.task'),
    unsortable: true,
    width: 1.2,
    value: () => '',
    cell: (gap) => (
      <Button size="compact-sm" variant="default" aria-label={t('analysis.setTaskFor', { name: gap.name })} onClick={() => onTask?.(taskOf(gap))}>
        {t('analysis.setTask')}
      </Button>
    ),
  };
  return [
    {
      id: 'name',
      header: t('analysis.person'),
      rowHeader: true,
      width: 1.8,
      value: ({ name }) => name,
      cell: ({ personId, name }) => (
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
      ),
    },
    { id: 'area', header: t('analysis.area'), width: 1.6, value: ({ areaCode }) => areas.name(areaCode) },
    { id: 'text', header: t('analysis.text'), width: 2.4, unsortable: true, value: ({ text }) => text },
    { id: 'level', header: t('analysis.level'), width: 0.8, value: ({ level }) => level, cell: ({ level }) => t(`analysis.level${level as 1 | 2 | 3}`) },
    {
      id: 'program',
      header: t('analysis.program'),
      width: 1.6,
      value: ({ programTitle }) => programTitle,
      cell: ({ programId, programTitle }) =>
        programId ? (
          <Link to="/programs/$programId" params={{ programId }}>
            {programTitle}
          </Link>
        ) : (
          t('analysis.noProgram')
        ),
    },
    ...(onTask ? [act] : []),
  ];
}
