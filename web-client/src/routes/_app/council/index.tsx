import { createFileRoute, notFound } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { councils } from '@/features/school/councils/api';
import { CouncilPage, type CouncilSearch } from '@/features/school/councils/council-page';
import { councilTabs, decisionFilters } from '@/features/school/councils/status';
import { councilMay, councilOf } from '@/shared/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id, oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/council/')({
  validateSearch: z.object({ tab: oneOf(...councilTabs), program: id, status: oneOf(...decisionFilters) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    await Promise.all([queryClient.ensureQueryData(councils.council(organizationId)), messages('councils')]);
    return { organizationId };
  },
  component: function Page() {
    const change = useSearchChange<CouncilSearch>();
    const { me } = Route.useRouteContext();
    const { organizationId } = Route.useLoaderData();
    const shared = { organizationId, may: councilMay(me), personId: me.personId ?? undefined };
    return <CouncilPage {...shared} search={Route.useSearch()} onSearch={change} />;
  },
});
