import { lazy, Suspense } from 'react';
import { createFileRoute } from '@tanstack/react-router';
import { CalendarFeed } from '@/features/calendar/calendar-feed';
import { ProfilePage } from '@/features/identity/profile-page';
import { notifications } from '@/features/notifications/api';
import { messages } from '@/shared/i18n';

// Below the fold: they do not delay the page.
const NotificationSettings = lazy(async () => ({ default: (await import('@/features/notifications/settings')).NotificationSettings }));
const OwnRelease = lazy(async () => ({ default: (await import('@/features/site/own-release')).OwnRelease }));

export const Route = createFileRoute('/_app/profile')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(notifications.settings()),
      ...(['identity', 'notifications', 'calendar', 'site'] as const).map(messages),
    ]),
  component: function Page() {
    const { auth, me } = Route.useRouteContext();
    return (
      <ProfilePage onSignIn={() => void auth.signIn(location.href)}>
        <Suspense>
          <NotificationSettings />
          {me.personId && <OwnRelease />}
        </Suspense>
        {me.personId && <CalendarFeed />}
      </ProfilePage>
    );
  },
});
