import type { ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/page-header';
import { Found } from './found';
import { OwnOffers } from './own-offers';
import { OwnRequests } from './own-requests';
import { ownViews, type OffersSearch, type Seeker, type Workplace } from './search';

export type OffersProps = {
  search: OffersSearch;
  onSearch: (change: Partial<OffersSearch>) => void;
  /** The reader works somewhere: asks for a mentor and offers help. */
  isPerson: boolean;
  places: readonly Workplace[];
  /** For whom the reader can ask. */
  seekers: readonly Seeker[];
  /** Chooses a region and a municipality. */
  place?: ReactNode;
};

/** Mentors of other schools: whom one finds, whom one has asked, and what one offers. */
export function OffersPage(props: OffersProps) {
  const { t } = useTranslation('offers');
  const { search, onSearch, isPerson } = props;
  if (!isPerson) {
    return (
      <>
        <PageHeader title={t('title')} summary={t('summary')} />
        <Found {...props} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <Tabs value={search.view ?? 'found'} onChange={(to) => onSearch({ view: ownViews.find((one) => one === to) })} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')}>
          <Tabs.Tab value="found">{t('view.found')}</Tabs.Tab>
          <Tabs.Tab value="asked">{t('view.asked')}</Tabs.Tab>
          <Tabs.Tab value="mine">{t('view.mine')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="found">
          <Found {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="asked">
          <OwnRequests onFind={() => onSearch({ view: undefined })} />
        </Tabs.Panel>
        <Tabs.Panel value="mine">
          <OwnOffers places={props.places} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
