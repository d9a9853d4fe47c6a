import { createFileRoute, notFound } from '@tanstack/react-router';
import { preparations } from '@/features/school/preparations/api';
import { PreparationsPage } from '@/features/school/preparations/preparations-page';
import { councilMay, councilOf } from '@/shared/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/preparations')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    void queryClient.prefetchQuery(preparations.list(organizationId));
    await messages('preparations');
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <PreparationsPage organizationId={Route.useLoaderData().organizationId} mayWork={councilMay(me).work} />;
  },
});
