import { useState } from 'react';
import { Button, NativeSelect, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { schoolYearName } from '@/shared/i18n/school-year';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { results } from './api';
import { presentYear, years } from './choices';
import { Figures } from './figures';
import { kinds, schoolViews, type SchoolSearch } from './search';
import { Sums } from './sums';

const EnterDialog = dialogLater(async () => (await import('./enter-dialog')).EnterDialog);

type Props = { organizationId: string; search: SchoolSearch; onSearch: (change: Partial<SchoolSearch>) => void; mayImport: boolean };

/** What the pupils of a school's teachers reached: sums beside the year before, and the figures behind them. */
export function SchoolResultsPage({ organizationId, search, onSearch, mayImport }: Props) {
  const { t } = useTranslation('pupil-results');
  const subjects = useDictionary('subject');
  const [entering, setEntering] = useState(false);
  const { view, q, kind, subject, year = presentYear() } = search;
  const narrowed = Boolean(q ?? kind ?? subject);
  const actions = (
    <>
      {mayImport && (
        <LinkButton variant="default" to="/school/$orgId/pupil-import" params={{ orgId: organizationId }}>
          {t('bring')}
        </LinkButton>
      )}
      <Button onClick={() => setEntering(true)}>{t('enter')}</Button>
    </>
  );
  const empty = (
    <EmptyState title={t(narrowed ? 'nothingFound' : 'school.none')} text={t(narrowed ? 'nothingFoundText' : 'school.noneText')}>
      {!narrowed && actions}
    </EmptyState>
  );

  return (
    <>
      <PageHeader title={t('school.title')} summary={t('school.summary')}>
        {actions}
      </PageHeader>
      <FilterBar
        {...(view ? { search: q, searchLabel: t('search'), onSearch: (words: string | undefined) => onSearch({ q: words }) } : {})}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, kind: undefined, subject: undefined })}
      >
        <NativeSelect
          aria-label={t('field.schoolYear')}
          value={String(year)}
          onChange={({ currentTarget }) => onSearch({ year: currentTarget.value === String(presentYear()) ? undefined : Number(currentTarget.value) })}
          data={years().map((one) => ({ value: String(one), label: t('yearIs', { year: schoolYearName(one) }) }))}
        />
        <NativeSelect
          aria-label={t('field.kind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: kinds.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyKind') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.subject')}
          value={subject ?? ''}
          onChange={({ currentTarget }) => onSearch({ subject: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anySubject') }, ...subjects.options]}
        />
        <ExportButton
          label={t('export')}
          onExport={(format) => download(`${results.file(organizationId, year, kind)}&format=${format}`, `pupil-results.${format.toLowerCase()}`)}
        />
      </FilterBar>
      <Tabs value={view ?? 'sums'} onChange={(to) => onSearch({ view: schoolViews.find((one) => one === to), q: undefined })} keepMounted={false}>
        <Tabs.List mb="sm" aria-label={t('school.title')}>
          <Tabs.Tab value="sums">{t('view.sums')}</Tabs.Tab>
          <Tabs.Tab value="figures">{t('view.figures')}</Tabs.Tab>
          <Tabs.Tab value="withdrawn">{t('view.withdrawn')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sums">
          <Sums
            organizationId={organizationId}
            schoolYear={year}
            kind={kind}
            subject={subject}
            onKind={(of) => onSearch({ kind: of })}
            empty={empty}
          />
        </Tabs.Panel>
        {schoolViews.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <Figures
              query={{
                view: 'School',
                organizationId,
                schoolYear: year,
                ...(q ? { search: q } : {}),
                ...(kind ? { kind } : {}),
                ...(subject ? { subject } : {}),
                ...(one === 'withdrawn' ? { withdrawn: true } : {}),
              }}
              empty={one === 'withdrawn' && !narrowed ? <EmptyState title={t('noWithdrawn')} text={t('noWithdrawnText')} /> : empty}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      <EnterDialog organizationId={organizationId} places={[]} personId={undefined} opened={entering} onClose={() => setEntering(false)} />
    </>
  );
}
