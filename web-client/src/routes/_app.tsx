import { createFileRoute } from '@tanstack/react-router';
import { Shell } from '@/app/shell';
import { me } from '@/shared/me/api';

/** Everything behind sign-in: routes under `_app/` find the user in `context.me`. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context: { auth, queryClient }, location }) => {
    if (!auth.isSignedIn()) await auth.signIn(location.href);
    return { me: await queryClient.ensureQueryData(me.current()) };
  },
  component: function Layout() {
    return <Shell me={Route.useRouteContext().me} />;
  },
});
