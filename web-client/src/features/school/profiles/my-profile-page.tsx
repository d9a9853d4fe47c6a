import type { ReactNode } from 'react';
import { NativeSelect, Tabs } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workplaces } from '@/shared/me/workplaces';
import { EmptyState } from '@/shared/ui/empty-state';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import type { Place } from './api';
import { MenteeProfile } from './mentee-profile';
import cls from './profiles.module.css';
import { ownTabs, type OwnSearch, type OwnTab } from './search';
import { OwnWishes } from './wishes';

const LearningRequests = later(async () => (await import('./learning-requests')).LearningRequests);
const MentorProfile = later(async () => (await import('./mentor-profile')).MentorProfile);

type Props = {
  search: OwnSearch;
  onSearch: (change: OwnSearch) => void;
  /** Measures of support, which another chapter knows. */
  entitlements: (place: Place) => ReactNode;
  /** What the user was granted for mentoring, which the council's chapter knows. */
  incentives: ReactNode;
};

/** What the user says of themselves: as a mentee, as a mentor, what they ask for and are entitled to. */
export function MyProfilePage({ search, onSearch, entitlements, incentives }: Props) {
  const { t } = useTranslation('profiles');
  const { data: places } = useSuspenseQuery(workplaces());
  const place = places.find(({ organizationId }) => organizationId === search.org) ?? places[0];
  if (!place) {
    return (
      <>
        <PageHeader title={t('own.title')} />
        <EmptyState title={t('own.nowhere')} text={t('own.nowhereText')} />
      </>
    );
  }
  const tab = search.tab ?? (place.mentor && !place.mentee ? 'mentor' : 'mentee');

  return (
    <div className={cls.page}>
      <PageHeader title={t('own.title')} summary={places.length === 1 && place.organizationName}>
        {places.length > 1 && (
          <NativeSelect
            aria-label={t('own.place')}
            value={place.organizationId}
            onChange={({ currentTarget }) => onSearch({ org: currentTarget.value })}
            data={places.map(({ organizationId, organizationName }) => ({ value: organizationId, label: organizationName }))}
          />
        )}
      </PageHeader>
      <Tabs value={tab} onChange={(next) => onSearch({ tab: (next ?? undefined) as OwnTab | undefined })} keepMounted={false}>
        <Tabs.List mb="md">
          {ownTabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`own.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="mentee">
          <MenteeProfile place={place} />
          <OwnWishes place={place} />
        </Tabs.Panel>
        <Tabs.Panel value="mentor">
          <MentorProfile place={place} />
        </Tabs.Panel>
        <Tabs.Panel value="request">
          <LearningRequests organizationId={place.organizationId} personId={place.personId} as="author" />
        </Tabs.Panel>
        <Tabs.Panel value="entitlements">{entitlements(place)}</Tabs.Panel>
        <Tabs.Panel value="incentives">{incentives}</Tabs.Panel>
      </Tabs>
    </div>
  );
}
