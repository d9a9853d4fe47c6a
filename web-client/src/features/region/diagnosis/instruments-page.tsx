import { useState } from 'react';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { organizations } from '@/shared/organizations/api';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { diagnosis, type InstrumentRow } from './api';
import { pageOf, reachOf, type InstrumentPlace } from './instrument-place';
import { instrumentStatuses, instrumentTones, type InstrumentsSearch } from './search';

const DraftDialog = dialogLater(async () => (await import('./draft-dialog')).DraftDialog);

type Props = { place: InstrumentPlace; search: InstrumentsSearch; onSearch: (change: Partial<InstrumentsSearch>) => void };

/** The instruments that a body, a region or the federation uses, and writes. */
export function InstrumentsPage({ place, search, onSearch }: Props) {
  const { t } = useTranslation('diagnosis');
  const { language } = useFormat();
  const [drafting, setDrafting] = useState(false);
  const { organizationId } = place;
  const body = useQuery({ ...organizations.detail(organizationId ?? ''), enabled: organizationId !== undefined }).data;
  const { status = 'Published', q } = search;
  const query = useQuery(diagnosis.instruments({ ...reachOf(place), status }));
  const name = ({ nameRu, nameEn }: InstrumentRow) => (language === 'ru' ? nameRu : nameEn);
  const rows = query.data?.filter((row) => !q || name(row).toLowerCase().includes(q.toLowerCase()));
  const add = <Button onClick={() => setDrafting(true)}>{t('instruments.add')}</Button>;

  const columns: Column<InstrumentRow>[] = [
    {
      id: 'name',
      header: t('instruments.name'),
      rowHeader: true,
      width: 2.4,
      value: name,
      cell: (row) => (
        <Link {...pageOf(place, row.id)}>{name(row)}</Link>
      ),
    },
    { id: 'kind', header: t('instruments.kind'), value: ({ kind }) => t(`kind.${kind}`) },
    { id: 'form', header: t('instruments.form'), width: 1.2, value: ({ form }) => t(`form.${form}`) },
    { id: 'owner', header: t('instruments.owner'), width: 1.4, value: ({ ownerName }) => ownerName ?? t('instruments.federation') },
    { id: 'edition', header: t('instruments.edition'), align: 'end', width: 0.7, value: ({ edition }) => edition },
    {
      id: 'status',
      header: t('instruments.status'),
      value: (row) => t(`instrumentStatus.${row.status}`),
      cell: (row) => <StatusTag tone={instrumentTones[row.status]}>{t(`instrumentStatus.${row.status}`)}</StatusTag>,
    },
  ];

  return (
    <>
      <PageHeader title={t('instruments.title')} summary={place.name ?? body?.nameShort}>
        {organizationId && (
          <LinkButton to="/school/$orgId/outside-results" params={{ orgId: organizationId }} variant="default">
            {t('instruments.results')}
          </LinkButton>
        )}
        {add}
      </PageHeader>
      <Group mb="sm">
        <SegmentedControl
          aria-label={t('instruments.status')}
          value={status}
          onChange={(chosen) => onSearch({ status: instrumentStatuses.find((one) => one === chosen && one !== 'Published') })}
          data={instrumentStatuses.map((value) => ({ value, label: t(`instrumentsOf.${value}`) }))}
        />
      </Group>
      <FilterBar search={q} onSearch={(words) => onSearch({ q: words })} searchLabel={t('instruments.search')} />
      <DataTable
        id="instruments"
        label={t('instruments.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={
          <EmptyState title={t('instruments.none')} text={t('instruments.noneText')}>
            {add}
          </EmptyState>
        }
        wrap
      />
      <DraftDialog opened={drafting} onClose={() => setDrafting(false)} place={place} />
    </>
  );
}
