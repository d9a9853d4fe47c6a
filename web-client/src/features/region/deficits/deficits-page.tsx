import { Anchor, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { territoriesIn, territoryLine } from '@/shared/territories/api';
import { deficits, type Area, type Deficits } from './api';

export type DeficitsSearch = { area?: string | undefined };
type Props = { territory: string; search: DeficitsSearch; onSearch: (change: Partial<DeficitsSearch>) => void };

/** What the teachers of a territory find hard, and whether the resource map has anything for it: sums alone. */
export function DeficitsPage(props: Props) {
  const line = useQuery(territoryLine(props.territory));
  const isWide = line.data?.level === 'Federation' || line.data?.level === 'FederalDistrict';
  return <Loaded query={line}>{(place) => (isWide ? <Below place={place} /> : <OfTerritory {...props} />)}</Loaded>;
}

/** A federal district and the federation have no table of their own: they lead to those that have. */
function Below({ place }: { place: { code: string; nameRu: string; nameEn: string } }) {
  const { t } = useTranslation('deficits');
  const { language, compare } = useFormat();
  const query = useQuery(territoriesIn(place.code));
  return (
    <>
      <PageHeader title={t('title')} summary={nameOf(language, place)} />
      <Text mb="sm" maw={720}>
        {t('wide')}
      </Text>
      <Loaded query={query}>
        {(below) => (
          <Stack component="ul" gap={4} pl={0} m={0} style={{ listStyle: 'none', columns: '2 280px', display: 'block' }}>
            {below
              .map((one) => ({ ...one, name: nameOf(language, one) }))
              .sort((one, other) => compare(one.name, other.name))
              .map(({ code, name }) => (
                <li key={code} style={{ paddingBlock: 4 }}>
                  <Link to="/territory/$territory/deficits" params={{ territory: code }}>
                    {name}
                  </Link>
                </li>
              ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function OfTerritory({ territory, search, onSearch }: Props) {
  const { t } = useTranslation('deficits');
  const { language } = useFormat();
  const query = useQuery(deficits.of(territory));
  const place = query.data && (language === 'ru' ? query.data.nameRu : query.data.nameEn);
  return (
    <>
      <PageHeader title={t('title')} summary={place}>
        <ExportButton
          label={t('export')}
          disabled={!query.data}
          onExport={(format) => download(`${deficits.file(territory)}?format=${format}`, `deficits.${format.toLowerCase()}`)}
        />
      </PageHeader>
      <Loaded query={query}>
        {(all) => (
          <>
            <Areas all={all} />
            {all.diagnosed !== null && all.parts.length > 0 && <Parts all={all} search={search} onSearch={onSearch} />}
          </>
        )}
      </Loaded>
    </>
  );
}

const nameOf = (language: string, { nameRu, nameEn }: { nameRu: string; nameEn: string }) => (language === 'ru' ? nameRu : nameEn);

/** A number of teachers, with its share of those who were diagnosed; nothing where it is not told. */
function useShare() {
  const { number } = useFormat();
  const { t } = useTranslation('deficits');
  return (count: number | null, of: number | null) => {
    if (count === null) return <span title={t('hidden')}>{t('notTold')}</span>;
    return of ? `${number(count)} (${number(Math.round((100 * count) / of))} %)` : number(count);
  };
}

/** Areas down: how many lack it, how many no more, and what there is for it. */
function Areas({ all }: { all: Deficits }) {
  const { t } = useTranslation('deficits');
  const { language, number, instant } = useFormat();
  const share = useShare();
  if (all.diagnosed === null) return <EmptyState title={t('none')} text={t('noneText', { least: all.least })} />;

  const columns: Column<Area>[] = [
    {
      id: 'area',
      header: t('area'),
      rowHeader: true,
      width: 2.6,
      unsortable: true,
      value: (area) => nameOf(language, area),
      cell: (area) => <span style={area.parentCode ? { paddingInlineStart: 16 } : undefined}>{nameOf(language, area)}</span>,
    },
    { id: 'open', header: t('open'), align: 'end', width: 1.2, value: ({ open }) => open, cell: ({ open }) => share(open, all.diagnosed) },
    { id: 'closed', header: t('closed'), align: 'end', width: 1.2, value: ({ closed }) => closed, cell: ({ closed }) => share(closed, all.diagnosed) },
    {
      id: 'resources',
      header: t('resources'),
      align: 'end',
      width: 1.2,
      value: ({ resources }) => resources,
      cell: (area) => (
        <Anchor renderRoot={(rest) => <Link {...rest} to="/resources" search={{ area: area.code }} />}>
          {number(area.resources)}
          <span className="visually-hidden">{t('resourcesOf', { area: nameOf(language, area) })}</span>
        </Anchor>
      ),
    },
    { id: 'places', header: t('places'), align: 'end', value: ({ freePlaces }) => freePlaces, cell: ({ freePlaces }) => number(freePlaces) },
    { id: 'map', header: t('map'), width: 1.6, unsortable: true, value: ({ freePlaces }) => freePlaces, cell: (area) => <Reach area={area} /> },
  ];
  return (
    <>
      <Text size="sm" maw={720}>
        {t('diagnosed', { count: all.diagnosed })}
      </Text>
      <Text size="sm" c="dimmed" mb="xs" maw={720}>
        {t('about', { least: all.least })} {all.asOf && t('asOf', { instant: instant(all.asOf) })}
      </Text>
      <DataTable id="deficits" label={t('title')} columns={columns} rows={[...all.areas]} rowKey={({ code }) => code} wrap />
    </>
  );
}

/** Whether those who lack it would find a place. */
function Reach({ area: { open, resources, freePlaces, always } }: { area: Area }) {
  const { t } = useTranslation('deficits');
  const { number } = useFormat();
  if (resources === 0) return <StatusTag tone="risk">{t('reach.none')}</StatusTag>;
  if (always > 0) return <StatusTag tone="ok">{t('reach.always')}</StatusTag>;
  if (freePlaces === 0) return <StatusTag tone="risk">{t('reach.full')}</StatusTag>;
  if (open === null || open <= freePlaces) return <StatusTag tone="ok">{t('reach.enough')}</StatusTag>;
  return <StatusTag tone="wait">{t('reach.thin', { per: number(Math.round((10 * open) / freePlaces) / 10) })}</StatusTag>;
}

type Row = { code: string; name: string; diagnosed: number; open: number | null; closed: number | null };

/** One area, municipality by municipality. */
function Parts({ all, search, onSearch }: Omit<Props, 'territory'> & { all: Deficits }) {
  const { t } = useTranslation('deficits');
  const { language, number } = useFormat();
  const share = useShare();
  const at = Math.max(0, all.areas.findIndex(({ code }) => code === search.area));
  const rows = all.parts.flatMap<Row>((part) =>
    part.diagnosed === null
      ? []
      : [
          {
            code: part.code,
            name: part.code === all.code ? t('unplaced') : nameOf(language, part),
            diagnosed: part.diagnosed,
            open: part.open[at] ?? null,
            closed: part.closed[at] ?? null,
          },
        ],
  );
  const columns: Column<Row>[] = [
    { id: 'place', header: t('place'), rowHeader: true, width: 2.4, value: ({ name }) => name },
    { id: 'diagnosed', header: t('diagnosedShort'), align: 'end', value: (row) => row.diagnosed, cell: (row) => number(row.diagnosed) },
    { id: 'open', header: t('open'), align: 'end', width: 1.2, value: ({ open }) => open, cell: (row) => share(row.open, row.diagnosed) },
    { id: 'closed', header: t('closed'), align: 'end', width: 1.2, value: ({ closed }) => closed, cell: (row) => share(row.closed, row.diagnosed) },
  ];
  const hidden = all.parts.length - rows.length;
  return (
    <>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {t('parts')}
      </Title>
      <NativeSelect
        maw={480}
        mb="sm"
        label={t('area')}
        value={all.areas[at]?.code ?? ''}
        onChange={({ currentTarget }) => onSearch({ area: currentTarget.value === all.areas[0]?.code ? undefined : currentTarget.value })}
        data={all.areas.map((area) => ({ value: area.code, label: nameOf(language, area) }))}
      />
      {rows.length > 0 && <DataTable id="deficits-parts" label={t('parts')} columns={columns} rows={rows} rowKey={({ code }) => code} wrap />}
      {hidden > 0 && (
        <Text size="sm" c="dimmed" mt="xs" maw={720}>
          {t('hiddenParts', { count: hidden, least: all.least })}
        </Text>
      )}
    </>
  );
}
