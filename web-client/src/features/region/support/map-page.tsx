import { Anchor, NativeSelect, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { support, type Gap, type SupportMap } from './api';
import { Bodies } from './bodies';
import { mapTabs, type MapSearch } from './search';

export type MapProps = { territory: string; search: MapSearch; onSearch: (change: Partial<MapSearch>) => void; mayManage: boolean };

/** Where schools of a territory have somebody behind them, where nobody, and who there is. */
export function MapPage(props: MapProps) {
  const { t } = useTranslation('support');
  const { language } = useFormat();
  const query = useQuery(support.map(props.territory));
  const place = query.data && (language === 'ru' ? query.data.nameRu : query.data.nameEn);
  const turn = (to: string | null) => props.onSearch({ tab: to === 'map' ? undefined : mapTabs.find((one) => one === to), q: undefined });

  return (
    <>
      <PageHeader title={t('map.title')} summary={place} />
      <Tabs value={props.search.tab ?? 'map'} onChange={turn} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('map.title')}>
          {mapTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`map.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="map">
          <Loaded query={query}>{(map) => <Shares map={map} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="gaps">
          <Gaps {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="bodies">
          <Bodies {...props} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

type Row = { code: string; name: string; expected: number; any: number; served: readonly number[] };

/** Services across, places down; each number leads to whom it lacks. */
function Shares({ map }: { map: SupportMap }) {
  const { t } = useTranslation('support');
  const { language, number } = useFormat();
  const services = useDictionary('support-service');
  const rows: Row[] = map.children.map(({ nameRu, nameEn, ...rest }) => ({
    ...rest,
    name: rest.code === map.code ? t('map.unplaced') : language === 'ru' ? nameRu : nameEn,
  }));
  if (map.expected === 0) return <EmptyState title={t('map.none')} text={t('map.noneText')} />;
  if (rows.length > 1) rows.push({ code: map.code, name: t('map.all'), expected: map.expected, any: map.any, served: map.served });

  const share = (served: number, { expected }: Row) => (expected ? `${number(served)} (${number(Math.round((100 * served) / expected))} %)` : '—');
  const columns: Column<Row>[] = [
    {
      id: 'place',
      header: t('map.place'),
      rowHeader: true,
      unsortable: true,
      width: 2.4,
      value: ({ name }) => name,
      cell: ({ code, name }) =>
        code === map.code ? (
          name
        ) : (
          <Link to="/territory/$territory/support" params={{ territory: code }}>
            {name}
          </Link>
        ),
    },
    {
      id: 'expected',
      header: t('map.expected'),
      align: 'end',
      unsortable: true,
      width: 1.4,
      value: ({ expected }) => expected,
      cell: (row) => number(row.expected),
    },
    { id: 'any', header: t('map.any'), align: 'end', unsortable: true, value: ({ any }) => any, cell: (row) => share(row.any, row) },
    ...map.services.map<Column<Row>>((service, at) => ({
      id: service,
      header: services.name(service),
      align: 'end',
      unsortable: true,
      width: 1.8,
      value: ({ served }) => served[at],
      cell: (row) => {
        const served = row.served[at] ?? 0;
        if (served === row.expected) return share(served, row);
        return (
          <Anchor
            renderRoot={(rest) => (
              <Link {...rest} to="/territory/$territory/support" params={{ territory: row.code }} search={{ tab: 'gaps', service }} />
            )}
          >
            {share(served, row)}
            <span className="visually-hidden">{t('map.gapsOf', { service: services.name(service), place: row.name })}</span>
          </Anchor>
        );
      },
    })),
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" maw={720}>
        {t('map.about')}
      </Text>
      <DataTable id="support-map" label={t('map.title')} columns={columns} rows={rows} rowKey={({ code, name }) => `${code} ${name}`} wrap />
    </>
  );
}

/** Whom nobody stands behind with a service. */
function Gaps({ territory, search, onSearch }: MapProps) {
  const { t } = useTranslation('support');
  const services = useDictionary('support-service');
  const service = search.service ?? services.options[0]?.value;
  const pages = useInfiniteQuery({ ...support.gaps(territory, { ...search, service }), enabled: service !== undefined });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Gap>[] = [
    { id: 'organization', header: t('organization'), rowHeader: true, unsortable: true, width: 2, value: ({ nameShort }) => nameShort },
    { id: 'municipality', header: t('municipality'), unsortable: true, width: 1.6, value: ({ territoryNameRu }) => territoryNameRu },
    {
      id: 'services',
      header: t('gaps.services'),
      unsortable: true,
      width: 2.4,
      value: (gap) => gap.services.map(services.name).join(', '),
      cell: (gap) => gap.services.map(services.name).join(', ') || t('gaps.nothing'),
    },
  ];

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('gaps.search')}
        onSearch={(q) => onSearch({ q })}
        changed={Boolean(search.q)}
        onReset={() => onSearch({ q: undefined })}
      >
        <NativeSelect
          aria-label={t('service')}
          value={service ?? ''}
          onChange={(event) => onSearch({ service: event.currentTarget.value })}
          data={services.options}
        />
        <ExportButton
          label={t('export')}
          disabled={service === undefined}
          onExport={(format) => download(`${support.gapsFile(territory, service ?? '')}&format=${format}`, `support-gaps.${format.toLowerCase()}`)}
        />
      </FilterBar>
      <DataTable
        id="support-gaps"
        label={t('map.tab.gaps')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t(search.q ? 'nothingFound' : 'gaps.none')} text={t(search.q ? 'nothingFoundText' : 'gaps.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </>
  );
}
