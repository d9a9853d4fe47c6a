import { useState } from 'react';
import { Button, NativeSelect, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { schoolYearName } from '@/shared/i18n/school-year';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { years } from './choices';
import { Figures } from './figures';
import { kinds, type OwnSearch } from './search';

const EnterDialog = dialogLater(async () => (await import('./enter-dialog')).EnterDialog);

export type Place = { id: string; name: string };
type Props = { search: OwnSearch; onSearch: (change: Partial<OwnSearch>) => void; personId: string; places: readonly Place[] };

/** What the pupils of the reader's own classes reached, and those of the reader's mentees. */
export function OwnResultsPage({ search, onSearch, personId, places }: Props) {
  const { t } = useTranslation('pupil-results');
  const [entering, setEntering] = useState(false);
  const { view, q, kind, year } = search;
  const narrowed = Boolean(q ?? kind ?? year);
  const enter = places.length > 0 && <Button onClick={() => setEntering(true)}>{t('enter')}</Button>;
  const query = { ...(q ? { search: q } : {}), ...(kind ? { kind } : {}), ...(year ? { schoolYear: year } : {}) };
  const nothing = <EmptyState title={t('nothingFound')} text={t('nothingFoundText')} />;

  return (
    <>
      <PageHeader title={t('own.title')} summary={t('own.summary')}>
        {enter}
      </PageHeader>
      <FilterBar
        {...(view ? { search: q, searchLabel: t('search'), onSearch: (words: string | undefined) => onSearch({ q: words }) } : {})}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, kind: undefined, year: undefined })}
      >
        <NativeSelect
          aria-label={t('field.schoolYear')}
          value={year ? String(year) : ''}
          onChange={({ currentTarget }) => onSearch({ year: Number(currentTarget.value) || undefined })}
          data={[{ value: '', label: t('anyYear') }, ...years().map((one) => ({ value: String(one), label: t('yearIs', { year: schoolYearName(one) }) }))]}
        />
        <NativeSelect
          aria-label={t('field.kind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: kinds.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyKind') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
      </FilterBar>
      <Tabs value={view ?? 'own'} onChange={(to) => onSearch({ view: to === 'mentees' ? to : undefined, q: undefined })} keepMounted={false}>
        <Tabs.List mb="sm" aria-label={t('own.title')}>
          <Tabs.Tab value="own">{t('view.own')}</Tabs.Tab>
          <Tabs.Tab value="mentees">{t('view.mentees')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="own">
          <Figures
            ofOne
            query={{ view: 'Own', ...query }}
            empty={
              narrowed ? (
                nothing
              ) : (
                <EmptyState title={t('own.none')} text={t('own.noneText')}>
                  {enter}
                </EmptyState>
              )
            }
          />
        </Tabs.Panel>
        <Tabs.Panel value="mentees">
          <Figures
            query={{ view: 'Mentees', ...query }}
            empty={narrowed ? nothing : <EmptyState title={t('mentees.none')} text={t('mentees.noneText')} />}
          />
        </Tabs.Panel>
      </Tabs>
      <EnterDialog organizationId={places[0]?.id ?? ''} places={places} personId={personId} opened={entering} onClose={() => setEntering(false)} />
    </>
  );
}
