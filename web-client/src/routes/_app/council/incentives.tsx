import { createFileRoute, notFound } from '@tanstack/react-router';
import { councils } from '@/features/councils/api';
import { IncentivesPage } from '@/features/councils/incentives-page';
import { councilMay, councilOf } from '@/features/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/incentives')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    void queryClient.prefetchInfiniteQuery(councils.incentives(organizationId));
    await messages('councils');
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <IncentivesPage organizationId={Route.useLoaderData().organizationId} mayPropose={councilMay(me).propose} />;
  },
});
