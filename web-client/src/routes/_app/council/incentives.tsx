import { createFileRoute, notFound } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { incentives } from '@/features/school/incentives/api';
import { IncentivesPage } from '@/features/school/incentives/incentives-page';
import { incentiveFunctions, type IncentiveFunction } from '@/features/school/incentives/types';
import { councilMay, councilOf } from '@/shared/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/council/incentives')({
  validateSearch: z.object({ function: oneOf(...incentiveFunctions) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    void queryClient.prefetchInfiniteQuery(incentives.list(organizationId));
    await messages('incentives');
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    const change = useSearchChange<{ function?: IncentiveFunction | undefined }>();
    return (
      <IncentivesPage
        organizationId={Route.useLoaderData().organizationId}
        mayPropose={councilMay(me).propose}
        shown={Route.useSearch().function}
        onShow={(shown) => change({ function: shown })}
      />
    );
  },
});
