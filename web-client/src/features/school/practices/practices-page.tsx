import { Button, NativeSelect, Stack, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { practiceLists } from './lists';
import { PracticeCard } from './practice-card';
import cls from './practices.module.css';
import { practiceViews, statusesOf, type PracticesSearch, type PracticeView } from './search';
import type { PracticeSchool } from './types';

type Props = {
  /** Where the reader works. */
  schools: readonly PracticeSchool[];
  school: PracticeSchool;
  search: PracticesSearch;
  onSearch: (change: Partial<PracticesSearch>) => void;
};

/** The school's bank: what is published, one's own, and what waits for the council. */
export function PracticesPage({ schools, school, search, onSearch }: Props) {
  const { t } = useTranslation('practices');
  const views = practiceViews.filter((one) => one !== 'Queue' || school.mayReview);
  const view = views.find((one) => one === search.view) ?? 'Published';
  const add = (
    <LinkButton to="/practices/new" search={{ org: school.id }} className="no-print" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </LinkButton>
  );

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {add}
      </PageHeader>
      {schools.length > 1 && (
        <NativeSelect
          className="no-print"
          mb="sm"
          maw={400}
          label={t('school')}
          value={school.id}
          onChange={({ currentTarget }) => onSearch({ org: currentTarget.value, view: undefined, status: undefined })}
          data={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Tabs
        value={view}
        onChange={(next) => onSearch({ view: next === 'Published' ? undefined : (next as PracticeView), status: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className="no-print" aria-label={t('views')}>
          {views.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`view.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view}>
          <Shelf organizationId={school.id} view={view} search={search} onSearch={onSearch}>
            {view !== 'Queue' && add}
          </Shelf>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

type ShelfProps = Pick<Props, 'search' | 'onSearch'> & { organizationId: string; view: PracticeView; children: React.ReactNode };

function Shelf({ organizationId, view, search, onSearch, children }: ShelfProps) {
  const { t } = useTranslation('practices');
  const areas = useDictionary('competence-area');
  const topics = useDictionary('mentor-topic');
  const statuses = statusesOf[view];
  const status = statuses.find((one) => one === search.status);
  const pages = useInfiniteQuery(practiceLists.list(organizationId, { ...search, view, status }));
  const narrowed = Boolean(search.q ?? search.area ?? search.topic ?? status);

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, area: undefined, topic: undefined, status: undefined })}
      >
        <NativeSelect
          w={{ base: '100%', xs: 280 }}
          aria-label={t('field.area')}
          value={search.area ?? ''}
          onChange={({ currentTarget }) => onSearch({ area: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 280 }}
          aria-label={t('field.topic')}
          value={search.topic ?? ''}
          onChange={({ currentTarget }) => onSearch({ topic: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyTopic') }, ...topics.options]}
        />
        {statuses.length > 0 && (
          <NativeSelect
            aria-label={t('field.status')}
            value={status ?? ''}
            onChange={({ currentTarget }) => onSearch({ status: statuses.find((one) => one === currentTarget.value) })}
            data={[{ value: '', label: t('anyStatus') }, ...statuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
          />
        )}
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return narrowed ? (
              <EmptyState title={t('nothingFound')} text={t('nothingFoundText')} />
            ) : (
              <EmptyState title={t(`none.${view}`)} text={t(`noneText.${view}`)}>
                {children}
              </EmptyState>
            );
          }
          return (
            <>
              <Stack component="ul" gap="sm" className={cls.plain}>
                {rows.map((one) => (
                  <PracticeCard key={one.id} practice={one} view={view} />
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** For whoever works at no organization that has a bank. */
export function NoBank() {
  const { t } = useTranslation('practices');
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <EmptyState title={t('nowhere')} text={t('nowhereText')} />
    </>
  );
}
