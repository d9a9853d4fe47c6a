import { useMemo, useState } from 'react';
import { Button, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { saveTable } from '@/shared/api/save-table';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton, type ExportFormat } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { today } from '@/shared/i18n/dates';
import { people, type Staff } from './api';
import { matching, needFilters, type NeedFilter, type PeopleSearch } from './needs';
import { usePeopleColumns } from './people-columns';
import { schoolYearName, schoolYearOf } from '@/shared/i18n/school-year';
import { useNeed } from './use-need';

const NeedDialog = dialogLater(async () => (await import('./need-dialog')).NeedDialog, ({ name }) => name !== undefined);
const EndWork = dialogLater(async () => (await import('./end-work')).EndWork, ({ personId }) => personId !== undefined);

type Props = {
  organizationId: string;
  search: PeopleSearch;
  onSearch: (change: PeopleSearch) => void;
  may: { write: boolean; import: boolean; merge?: boolean; match?: boolean };
};

const NOBODY: never[] = [];
const NO_FILTERS: PeopleSearch = { q: undefined, position: undefined, need: undefined };

/** The staff of a school: who works here, who needs a mentor and why. */
export function PeoplePage({ organizationId, search, onSearch, may }: Props) {
  const { t } = useTranslation('people');
  const staff = useQuery(people.staff(organizationId));
  const positions = useDictionary('position');
  const year = schoolYearOf(new Date(`${today()}T00:00`));
  const { save, clear } = useNeed(year);
  const [chosen, setChosen] = useState<Staff>();
  const [leaving, setLeaving] = useState<Staff>();

  const all = staff.data ?? NOBODY;
  const rows = useMemo(() => matching(all, search), [all, search]);
  const columns = usePeopleColumns({
    organizationId,
    onSetNeed: may.write ? setChosen : undefined,
    onClearNeed: may.write
      ? ({ personId, need, name }) => need && clear({ organizationId, personId }, need, name)
      : undefined,
    onEnd: may.import ? setLeaving : undefined,
  });

  const held = new Set(all.map(({ positionCode }) => positionCode));
  const isFiltered = Boolean(search.q ?? search.position ?? search.need);
  const inNeed = all.filter(({ need }) => need).length;
  const importLink = may.import && (
    <LinkButton variant="default" to="/school/$orgId/imports" params={{ orgId: organizationId }}>
      {t('list.import')}
    </LinkButton>
  );

  const exportShown = (format: ExportFormat) => {
    const facts = columns.filter(({ id }) => id !== 'program' && id !== 'end');
    const lines = rows.map((row) => facts.map(({ value }) => value(row)));
    return saveTable([facts.map(({ header }) => header), ...lines], t('list.file'), format);
  };

  return (
    <>
      <PageHeader
        title={t('list.title')}
        summary={staff.data && t('list.inNeed', { count: inNeed, year: schoolYearName(year) })}
      >
        {may.merge && (
          <LinkButton variant="default" to="/people/duplicates" search={{ organizationId }}>
            {t('list.duplicates')}
          </LinkButton>
        )}
        {importLink}
        <ExportButton label={t('list.export', { count: rows.length })} disabled={!rows.length} onExport={exportShown} />
      </PageHeader>

      {may.match && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('list.matchText')}{' '}
          <Link to="/school/$orgId/matching" params={{ orgId: organizationId }}>
            {t('list.match')}
          </Link>
        </Text>
      )}
      <FilterBar
        search={search.q}
        searchLabel={t('list.search')}
        onSearch={(q) => onSearch({ q })}
        changed={isFiltered}
        onReset={() => onSearch(NO_FILTERS)}
      >
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.position')}
          value={search.position ?? ''}
          onChange={({ currentTarget }) => onSearch({ position: currentTarget.value || undefined })}
          data={[
            { value: '', label: t('list.anyPosition') },
            ...positions.options.filter(({ value }) => held.has(value) || value === search.position),
          ]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.need')}
          value={search.need ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ need: value ? (value as NeedFilter) : undefined })
          }
          data={[
            { value: '', label: t('list.anyone') },
            ...needFilters.map((value) => ({ value, label: t(`needFilter.${value}`) })),
          ]}
        />
      </FilterBar>

      <DataTable
        id="people"
        label={t('list.title')}
        columns={columns}
        rows={staff.data && rows}
        rowKey={({ personId }) => personId}
        sort={search.sort}
        onSort={(sort) => onSearch({ sort })}
        summary={t('list.people', { count: rows.length })}
        error={staff.error}
        onRetry={() => void staff.refetch()}
        empty={
          isFiltered ? (
            <EmptyState title={t('list.nothing')} text={t('list.nothingText')}>
              <Button variant="default" onClick={() => onSearch(NO_FILTERS)}>
                {t('list.showAll')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('list.none')} text={t(may.import ? 'list.noneText' : 'list.noneYet')}>
              {importLink}
            </EmptyState>
          )
        }
      />

      <EndWork organizationId={organizationId} personId={leaving?.personId} name={leaving?.name ?? ''} onClose={() => setLeaving(undefined)} />
      <NeedDialog
        name={chosen?.name}
        before={chosen?.need ?? null}
        schoolYear={schoolYearName(year)}
        onClose={() => setChosen(undefined)}
        onSave={(need) =>
          chosen
            ? save({ organizationId, personId: chosen.personId }, need, chosen.need, chosen.name)
            : Promise.resolve()
        }
      />
    </>
  );
}
