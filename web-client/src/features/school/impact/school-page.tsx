import { useState } from 'react';
import { Button, NativeSelect, SegmentedControl, Stack, Tabs, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { today } from '@/shared/i18n/dates';
import { schoolYearName, schoolYearOf } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { impactActs } from './acts';
import { impact, type SchoolSaid, type Sum, type Sums, type Taking } from './api';
import { HUNDREDTH, SIGNED } from './changes';
import { openItems, Questions, type Answers } from './questions';
import { schoolViews, type ImpactSearch, type Moment } from './search';

type Props = { organizationId: string; search: ImpactSearch; onSearch: (change: Partial<ImpactSearch>) => void };

const present = () => schoolYearOf(new Date(`${today()}T00:00`));

/** What changed at a school: sums of pairs, who is due, and how the school sees itself. */
export function SchoolImpactPage({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('impact');
  const client = useQueryClient();
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: impact.all }));
  const { view, year = present() } = search;
  const sums = useQuery(impact.sums(organizationId, year));
  return (
    <>
      <PageHeader title={t('school.title')} summary={t('school.summary')}>
        <Button variant="default" onClick={() => attempt(() => impactActs.remind(organizationId), t('remind'))}>
          {t('remind')}
        </Button>
      </PageHeader>
      <FilterBar changed={year !== present()} onReset={() => onSearch({ year: undefined })}>
        <NativeSelect
          aria-label={t('schoolYear')}
          value={String(year)}
          onChange={({ currentTarget }) => onSearch({ year: Number(currentTarget.value) === present() ? undefined : Number(currentTarget.value) })}
          data={[0, 1, 2, 3].map((back) => ({ value: String(present() - back), label: t('yearIs', { year: schoolYearName(present() - back) }) }))}
        />
        <ExportButton
          label={t('export')}
          onExport={(format) => download(`${impact.file(organizationId, year)}&format=${format}`, `impact.${format.toLowerCase()}`)}
        />
      </FilterBar>
      <Tabs value={view ?? 'sums'} onChange={(to) => onSearch({ view: schoolViews.find((one) => one === to) })} keepMounted={false}>
        <Tabs.List mb="sm" aria-label={t('school.title')}>
          <Tabs.Tab value="sums">{t('view.sums')}</Tabs.Tab>
          <Tabs.Tab value="takings">{t('view.takings')}</Tabs.Tab>
          <Tabs.Tab value="school">{t('view.school')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sums">
          <Loaded query={sums}>{(data) => <SumsOfYear sums={data} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="takings">
          <Takings organizationId={organizationId} />
        </Tabs.Panel>
        <Tabs.Panel value="school">
          <OfSchool organizationId={organizationId} year={year} />
        </Tabs.Panel>
      </Tabs>
      {dialog}
    </>
  );
}

function SumsOfYear({ sums }: { sums: Sums }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const column = (id: string, header: string, of: (item: Sum) => number | null, signed = false): Column<Sum> => ({
    id,
    header,
    value: of,
    cell: (item) => {
      const value = of(item);
      return value === null ? t('few') : format.number(value, signed ? SIGNED : HUNDREDTH);
    },
    align: 'end',
    width: 0.8,
    unsortable: true,
  });
  const columns: Column<Sum>[] = [
    { id: 'scale', header: t('scale'), value: (item) => (format.language === 'ru' ? item.nameRu : item.nameEn), rowHeader: true, unsortable: true, width: 2 },
    column('pairs', t('pairs'), ({ now }) => now.pairs),
    column('improved', t('verdict.better'), ({ now }) => now.improved),
    column('stayed', t('verdict.same'), ({ now }) => now.stayed),
    column('worsened', t('verdict.worse'), ({ now }) => now.worsened),
    column('change', t('change'), ({ now }) => now.change, true),
    column('before', t('changeBefore', { year: schoolYearName(sums.schoolYear - 1) }), ({ before }) => before.change, true),
  ];
  return (
    <Stack gap="md">
      <Text size="sm">
        {sums.coverage
          .map(({ role, moment, asked, sent }) => t('coverage', { role: t(`role.${role}`), moment: t(`moment.${moment}`), asked, sent }))
          .join(' · ')}
      </Text>
      {(['Mentee', 'Mentor'] as const).map((role) => {
        const rows = sums.items.filter((item) => item.role === role);
        return (
          <section key={role}>
            <Title order={2}>{t(`roles.${role}`)}</Title>
            {rows.every(({ now, before }) => now.change === null && before.change === null) ? (
              <Text mt="xs">{t('tooFew', { pairs: Math.max(...rows.map(({ now }) => now.pairs)) })}</Text>
            ) : (
              <DataTable
                id={`impact-${role}`}
                label={t(`roles.${role}`)}
                columns={columns}
                rows={rows}
                rowKey={({ scale }) => scale}
                summary=""
                wrap
              />
            )}
          </section>
        );
      })}
    </Stack>
  );
}

function Takings({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const pages = useInfiniteQuery(impact.takings(organizationId));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Taking>[] = [
    { id: 'person', header: t('person'), value: ({ personName }) => personName, rowHeader: true, unsortable: true, width: 2 },
    { id: 'role', header: t('roleIs'), value: ({ role }) => t(`role.${role}`), unsortable: true },
    { id: 'moment', header: t('which'), value: ({ moment }) => t(`moment.${moment}`), unsortable: true },
    {
      id: 'due',
      header: t('due'),
      value: ({ dueOn }) => dueOn,
      cell: ({ dueOn, overdue }) => `${format.date(dueOn)}${overdue ? ` · ${t('overdue')}` : ''}`,
      unsortable: true,
    },
  ];
  return (
    <>
      <DataTable
        id="impact-takings"
        label={t('view.takings')}
        columns={columns}
        rows={rows}
        rowKey={({ programId, personId, moment }) => `${programId}-${personId}-${moment}`}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('nobodyDue')} text={t('nobodyDueText')} />}
        wrap
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}

function OfSchool({ organizationId, year }: { organizationId: string; year: number }) {
  const { t } = useTranslation('impact');
  const [moment, setMoment] = useState<Moment>('Before');
  const query = useQuery(impact.school(organizationId, year, moment));
  return (
    <Stack gap="md">
      <SegmentedControl
        w="fit-content"
        aria-label={t('which')}
        value={moment}
        onChange={(to) => setMoment(to as Moment)}
        data={[
          { value: 'Before', label: t('begin') },
          { value: 'After', label: t('end') },
        ]}
      />
      <Loaded query={query}>{(said) => <SchoolForm key={`${moment}-${year}-${said.version}`} organizationId={organizationId} said={said} />}</Loaded>
    </Stack>
  );
}

function SchoolForm({ organizationId, said }: { organizationId: string; said: SchoolSaid }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(said.answers);
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: impact.all }));
  const save = () => impactActs.school(organizationId, said.schoolYear, said.moment, said.version, answers);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {said.takenOn ? t('saidBy', { name: said.saidByName ?? '', date: format.date(said.takenOn) }) : t('opensOn', { date: format.date(said.opensOn) })}
      </Text>
      <Questions
        instrument={said.instrument}
        answers={answers}
        disabled={!said.isOpen}
        onAnswer={(code, value) => setAnswers((given) => ({ ...given, [code]: value }))}
      />
      {said.isOpen && (
        <Button w="fit-content" disabled={openItems(said.instrument, answers) > 0} onClick={() => attempt(save, t('saveSchool'))}>
          {t('saveSchool')}
        </Button>
      )}
      {dialog}
    </Stack>
  );
}
