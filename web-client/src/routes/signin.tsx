import { createFileRoute, redirect, useLocation } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { EntranceTools } from '@/app/entrance-tools';
import { identity } from '@/features/common/identity/api';
import { SignInPage } from '@/features/common/identity/sign-in-page';
import { messages } from '@/shared/i18n';

/** The server's own, in which everything else is percent-encoded. */
const address = z.string().check(z.regex(/^\/[\x21-\x7e]*$/));

const search = z.object({ returnUrl: z.catch(z.optional(address), undefined) });

export const Route = createFileRoute('/signin')({
  validateSearch: search,
  beforeLoad: async ({ context: { auth }, location: { state }, search: { returnUrl } }) => {
    // Whoever was sent here has no session; whoever comes by themselves may have one, and their own work is elsewhere.
    const isSent = returnUrl !== undefined || state.returnTo !== undefined;
    if (!isSent && (await auth.restore().catch(() => false))) throw redirect({ to: '/', replace: true });
  },
  loader: ({ context: { queryClient } }) => Promise.all([queryClient.prefetchQuery(identity.demoAccounts()), messages('identity')]),
  component: function Page() {
    const { returnUrl } = Route.useSearch();
    const { queryClient } = Route.useRouteContext();
    const navigate = Route.useNavigate();
    const returnTo = useLocation({ select: ({ state }) => state.returnTo });
    const goTo = (url: string) => {
      // The server's own pages are no part of the application.
      if (url !== returnTo && url !== '/') return location.assign(url);
      // What somebody else saw in this tab is not theirs.
      queryClient.clear();
      void navigate({ href: url, replace: true });
    };
    return <SignInPage returnUrl={returnUrl} returnTo={returnTo} controls={<EntranceTools />} goTo={goTo} />;
  },
});
