import { createFileRoute } from '@tanstack/react-router';
import { ProfilePage } from '@/features/identity/profile-page';
import { messages } from '@/shared/i18n';

export const Route = createFileRoute('/_app/profile')({
  loader: () => messages('identity'),
  component: function Page() {
    const { auth } = Route.useRouteContext();
    return <ProfilePage onSignIn={() => void auth.signIn(location.href)} />;
  },
});
