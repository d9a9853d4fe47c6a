import { useState } from 'react';
import { Button, Checkbox, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { offers, type FoundOffer } from './api';
import { Card, Cards, OfferFacts } from './offer-facts';
import type { OffersProps } from './offers-page';

const AskDialog = dialogLater(async () => (await import('./ask-dialog')).AskDialog, ({ offer }) => offer !== undefined);

/** Offers within reach, the nearest first. */
export function Found({ search, onSearch, seekers, place }: OffersProps) {
  const { t } = useTranslation('offers');
  const [areas, forms, kinds] = [useDictionary('competence-area'), useDictionary('mentoring-form'), useDictionary('mentoring-kind')];
  const pages = useInfiniteQuery(offers.found(search));
  const [asked, setAsked] = useState<FoundOffer>();
  const { q, area, form, kind, region, remote, free } = search;
  const narrowed = Boolean(q ?? area ?? form ?? kind ?? region ?? remote ?? free);
  return (
    <>
      <FilterBar
        search={q}
        searchLabel={t('search')}
        onSearch={(next) => onSearch({ q: next })}
        changed={narrowed}
        onReset={() =>
          onSearch({
            q: undefined,
            area: undefined,
            form: undefined,
            kind: undefined,
            region: undefined,
            territory: undefined,
            remote: undefined,
            free: undefined,
          })
        }
      >
        {place}
        <NativeSelect
          w={{ base: '100%', xs: 260 }}
          aria-label={t('areas')}
          value={area ?? ''}
          onChange={({ currentTarget }) => onSearch({ area: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyArea') }, ...areas.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 220 }}
          aria-label={t('forms')}
          value={form ?? ''}
          onChange={({ currentTarget }) => onSearch({ form: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyForm') }, ...forms.options]}
        />
        <NativeSelect
          w={{ base: '100%', xs: 220 }}
          aria-label={t('kinds')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyKind') }, ...kinds.options]}
        />
        <Checkbox
          my={8}
          label={t('remote')}
          checked={remote === 'yes'}
          onChange={({ currentTarget }) => onSearch({ remote: currentTarget.checked ? 'yes' : undefined })}
        />
        <Checkbox
          my={8}
          label={t('onlyFree')}
          checked={free === 'yes'}
          onChange={({ currentTarget }) => onSearch({ free: currentTarget.checked ? 'yes' : undefined })}
        />
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={t(narrowed ? 'nothingFound' : 'none')} text={t(narrowed ? 'nothingFoundText' : 'noneText')} />;
          return (
            <>
              <Cards>
                {rows.map((offer) => (
                  <Card
                    key={offer.id}
                    title={offer.mentorName}
                    tag={{
                      tone: offer.freePlaces > 0 ? 'ok' : 'wait',
                      word: offer.freePlaces > 0 ? t('free', { count: offer.freePlaces }) : t('full'),
                    }}
                  >
                    <OfferFacts offer={offer} />
                    {offer.asked && (
                      <Text size="sm" mt="xs">
                        {t('already')}
                      </Text>
                    )}
                    {seekers.length > 0 && offer.freePlaces > 0 && !offer.asked && (
                      <Button mt="xs" size="compact-md" aria-label={t('askOf', { name: offer.mentorName })} onClick={() => setAsked(offer)}>
                        {t('ask')}
                      </Button>
                    )}
                  </Card>
                ))}
              </Cards>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <AskDialog offer={asked} seekers={seekers} onClose={() => setAsked(undefined)} />
    </>
  );
}
