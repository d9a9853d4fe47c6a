import { createFileRoute } from '@tanstack/react-router';
import { CalendarFeed } from '@/features/common/calendar/calendar-feed';
import { ProfilePage } from '@/features/common/identity/profile-page';
import { notifications } from '@/features/common/notifications/api';
import { messages } from '@/shared/i18n';
import { later } from '@/shared/ui/later';

// Below the fold: they do not delay the page.
const NotificationSettings = later(async () => (await import('@/features/common/notifications/settings')).NotificationSettings);
const OwnRelease = later(async () => (await import('@/features/school/site/own-release')).OwnRelease);

export const Route = createFileRoute('/_app/profile')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(notifications.settings()),
      ...(['identity', 'notifications', 'notices', 'calendar', 'site'] as const).map(messages),
    ]),
  component: function Page() {
    const { auth, me } = Route.useRouteContext();
    return (
      <ProfilePage onSignIn={auth.startAgain}>
        <NotificationSettings />
        {me.personId && <OwnRelease />}
        {me.personId && <CalendarFeed />}
      </ProfilePage>
    );
  },
});
