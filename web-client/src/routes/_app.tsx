import { createFileRoute, redirect } from '@tanstack/react-router';
import { Shell } from '@/app/shell';
import { me } from '@/shared/me/api';

/** Everything behind sign-in: routes under `_app/` find the user in `context.me`. */
export const Route = createFileRoute('/_app')({
  // Part of every screen: in a file of its own it would come one step later.
  codeSplitGroupings: [],
  beforeLoad: async ({ context: { auth, queryClient }, location }) => {
    if (!(await auth.restore())) throw redirect({ to: '/signin', state: { returnTo: location.href }, replace: true });
    return { me: await queryClient.ensureQueryData(me.current()) };
  },
  component: function Layout() {
    return <Shell me={Route.useRouteContext().me} />;
  },
});
