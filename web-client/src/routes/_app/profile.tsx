import { createFileRoute } from '@tanstack/react-router';
import { CalendarFeed } from '@/features/calendar/calendar-feed';
import { ProfilePage } from '@/features/identity/profile-page';
import { notifications } from '@/features/notifications/api';
import { messages } from '@/shared/i18n';
import { later } from '@/shared/ui/later';

// Below the fold: they do not delay the page.
const NotificationSettings = later(async () => (await import('@/features/notifications/settings')).NotificationSettings);
const OwnRelease = later(async () => (await import('@/features/site/own-release')).OwnRelease);

export const Route = createFileRoute('/_app/profile')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(notifications.settings()),
      ...(['identity', 'notifications', 'calendar', 'site'] as const).map(messages),
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
