import { useState } from 'react';
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { resources, type ResourceItem } from './api';
import { formats, type ResourcesSearch } from './search';

const ResourceDialog = dialogLater(async () => (await import('./resource-dialog')).ResourceDialog);

type Props = {
  search: ResourcesSearch;
  onSearch: (change: Partial<ResourcesSearch>) => void;
  /** The body whose part of the map the reader keeps. */
  keeps: string | undefined;
};

/** What the own region and the country offer a teacher for growth. */
export function ResourcesPage({ search, onSearch, keeps }: Props) {
  const { t } = useTranslation('resources');
  const kinds = useDictionary('resource-kind');
  const areas = useDictionary('competence-area');
  const pages = useInfiniteQuery(resources.list(search));
  const [isAdding, setAdding] = useState(false);
  const { q, kind, area, format, free, body } = search;
  const narrowed = Boolean(q ?? kind ?? area ?? format ?? free ?? body);
  const add = keeps && <Button onClick={() => setAdding(true)}>{t('add')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        {add}
      </PageHeader>
      <FilterBar
        search={q}
        searchLabel={t('search')}
        onSearch={(next) => onSearch({ q: next })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, kind: undefined, area: undefined, format: undefined, free: undefined, body: undefined })}
      >
        <NativeSelect
          aria-label={t('kind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyKind') }, ...kinds.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 280 }}
          aria-label={t('area')}
          value={area ?? ''}
          onChange={({ currentTarget }) => onSearch({ area: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
        <NativeSelect
          aria-label={t('format')}
          value={format ?? ''}
          onChange={({ currentTarget }) => onSearch({ format: formats.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyFormat') }, ...formats.map((value) => ({ value, label: t(`formatOf.${value}`) }))]}
        />
        <Checkbox
          style={{ alignSelf: 'center' }}
          label={t('onlyFree')}
          checked={free === 'yes'}
          onChange={({ currentTarget }) => onSearch({ free: currentTarget.checked ? 'yes' : undefined })}
        />
        {keeps && (
          <Checkbox
          style={{ alignSelf: 'center' }}
            label={t('onlyOurs')}
            checked={body === keeps}
            onChange={({ currentTarget }) => onSearch({ body: currentTarget.checked ? keeps : undefined })}
          />
        )}
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <EmptyState title={t(narrowed ? 'nothingFound' : 'none')} text={t(narrowed ? 'nothingFoundText' : keeps ? 'noneKept' : 'noneText')}>
                {!narrowed && add}
              </EmptyState>
            );
          }
          return (
            <>
              <Stack component="ul" gap="sm" pl={0} m={0} style={{ listStyle: 'none' }}>
                {rows.map((one) => (
                  <li key={one.id}>
                    <Item resource={one} />
                  </li>
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      {keeps && <ResourceDialog organizationId={keeps} resource={undefined} opened={isAdding} onClose={() => setAdding(false)} />}
    </>
  );
}

function Item({ resource }: { resource: ResourceItem }) {
  const { t } = useTranslation('resources');
  const dates = useFormat();
  const kinds = useDictionary('resource-kind');
  const areas = useDictionary('competence-area');
  const { id, kind, title, about, host, bodyName, regionNameRu, areas: codes, format, nextRunOn, freePlaces, status } = resource;
  return (
    <Paper component="article" withBorder p="md" radius="md" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" align="start">
        <Text component="h2" fw={600} id={id} style={{ flex: '1 1 240px' }}>
          <Link to="/resources/$resourceId" params={{ resourceId: id }}>
            {title}
          </Link>
        </Text>
        {status === 'Withdrawn' ? (
          <StatusTag tone="off">{t('withdrawn')}</StatusTag>
        ) : (
          nextRunOn && (
            <StatusTag tone={freePlaces ? 'ok' : 'wait'}>
              {freePlaces ? t('freeFrom', { count: freePlaces, on: dates.date(nextRunOn) }) : t('fullFrom', { on: dates.date(nextRunOn) })}
            </StatusTag>
          )
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {kinds.name(kind)} · {t(`formatOf.${format}`)} · {host}
      </Text>
      <Text size="sm" my={6} lineClamp={3}>
        {about}
      </Text>
      <Text size="sm">{codes.map(areas.name).join(' · ')}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {bodyName}, {regionNameRu}
      </Text>
    </Paper>
  );
}
