import type { ReactNode } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecordHeader } from '@/shared/ui/record-header';
import { profiles, type Place } from './api';
import { LearningRequests } from './learning-requests';
import { MenteeProfile } from './mentee-profile';
import { MentorProfile } from './mentor-profile';
import cls from './profiles.module.css';

/** A mentor as the school sees them. */
export function MentorPage({ place }: { place: Place }) {
  const { data: card } = useSuspenseQuery(profiles.mentor(place));
  return (
    <div className={cls.page}>
      <Head name={card.name} place={place} />
      <MentorProfile place={place} />
    </div>
  );
}

/** A mentee as the school sees them, with requests and measures of support. */
export function MenteePage({ place, entitlements }: { place: Place; entitlements: ReactNode }) {
  const { data: card } = useSuspenseQuery(profiles.mentee(place));
  return (
    <div className={cls.page}>
      <Head name={card.name} place={place} />
      <MenteeProfile place={place} />
      <LearningRequests {...place} as="school" />
      {entitlements}
    </div>
  );
}

function Head({ name, place }: { name: string; place: Place }) {
  const { t } = useTranslation('profiles');
  return (
    <RecordHeader
      title={name}
      status={
        <Link to="/people/$personId" params={{ personId: place.personId }}>
          {t('page.personCard')}
        </Link>
      }
    />
  );
}
