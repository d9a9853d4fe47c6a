import { useState } from 'react';
import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { initiatives, type InitiativeItem } from './api';
import { scopes, statuses, tones, type InitiativesSearch } from './search';

const CardDialog = dialogLater(async () => (await import('./card-dialog')).CardDialog);

export type Place = { id: string; name: string };
type Props = {
  search: InitiativesSearch;
  onSearch: (change: Partial<InitiativesSearch>) => void;
  /** Where the user works, and may start one. */
  places: readonly Place[];
};

/** What colleagues of one's municipality, region and country do together. */
export function InitiativesPage({ search, onSearch, places }: Props) {
  const { t } = useTranslation('initiatives');
  const areas = useDictionary('competence-area');
  const pages = useInfiniteQuery(initiatives.list(search));
  const [isStarting, setStarting] = useState(false);
  const { q, own, scope, status, area } = search;
  const narrowed = Boolean(q ?? own ?? scope ?? status ?? area);
  const start = places.length > 0 && <Button onClick={() => setStarting(true)}>{t('start')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        {start}
      </PageHeader>
      <FilterBar
        search={q}
        searchLabel={t('search')}
        onSearch={(next) => onSearch({ q: next })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, own: undefined, scope: undefined, status: undefined, area: undefined })}
      >
        <NativeSelect
          aria-label={t('scope')}
          value={scope ?? ''}
          onChange={({ currentTarget }) => onSearch({ scope: scopes.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyScope') }, ...scopes.map((value) => ({ value, label: t(`scopeOf.${value}`) }))]}
        />
        <NativeSelect
          aria-label={t('status')}
          value={status ?? ''}
          onChange={({ currentTarget }) => onSearch({ status: statuses.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...statuses.map((value) => ({ value, label: t(`statusOf.${value}`) }))]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 280 }}
          aria-label={t('area')}
          value={area ?? ''}
          onChange={({ currentTarget }) => onSearch({ area: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
        {places.length > 0 && (
          <Checkbox
            style={{ alignSelf: 'center' }}
            label={t('onlyOwn')}
            checked={own === 'yes'}
            onChange={({ currentTarget }) => onSearch({ own: currentTarget.checked ? 'yes' : undefined })}
          />
        )}
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <EmptyState title={t(narrowed ? 'nothingFound' : 'none')} text={t(narrowed ? 'nothingFoundText' : 'noneText')}>
                {!narrowed && start}
              </EmptyState>
            );
          }
          return (
            <>
              <Stack component="ul" gap="sm" pl={0} m={0} style={{ listStyle: 'none' }}>
                {rows.map((one) => (
                  <li key={one.id}>
                    <Item initiative={one} />
                  </li>
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <CardDialog places={places} initiative={undefined} opened={isStarting} onClose={() => setStarting(false)} />
    </>
  );
}

function Item({ initiative }: { initiative: InitiativeItem }) {
  const { t } = useTranslation('initiatives');
  const areas = useDictionary('competence-area');
  const { id, title, purpose, scope, status, organizationName, regionNameRu, leaderName, memberCount, schoolCount, mine, waits } = initiative;
  return (
    <Paper component="article" withBorder p="md" radius="md" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" align="start">
        <Text component="h2" fw={600} id={id} style={{ flex: '1 1 240px' }}>
          <Link to="/initiatives/$initiativeId" params={{ initiativeId: id }}>
            {title}
          </Link>
        </Text>
        <Group gap={6}>
          {(mine || waits) && <StatusTag tone={waits ? 'wait' : 'ok'}>{t(waits ? 'youWait' : 'youAreIn')}</StatusTag>}
          <StatusTag tone={tones[status]}>{t(`statusOf.${status}`)}</StatusTag>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t(`scopeOf.${scope}`)} · {t('people', { count: memberCount })} · {t('schools', { count: schoolCount })}
      </Text>
      <Text size="sm" my={6} lineClamp={3}>
        {purpose}
      </Text>
      <Text size="sm">{initiative.areas.map(areas.name).join(' · ')}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t('ledBy', { name: leaderName })} · {organizationName}, {regionNameRu}
      </Text>
    </Paper>
  );
}
