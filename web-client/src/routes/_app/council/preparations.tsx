import { createFileRoute, notFound } from '@tanstack/react-router';
import { councils } from '@/features/school/councils/api';
import { PreparationsPage } from '@/features/school/councils/preparations-page';
import { councilMay, councilOf } from '@/features/school/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/preparations')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    void queryClient.prefetchQuery(councils.preparations(organizationId));
    await messages('councils');
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <PreparationsPage organizationId={Route.useLoaderData().organizationId} mayWork={councilMay(me).work} />;
  },
});
