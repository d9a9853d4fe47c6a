import { createFileRoute, notFound } from '@tanstack/react-router';
import { councils } from '@/features/school/councils/api';
import { AnalysisPage } from '@/features/school/councils/analysis-page';
import { councilMay, councilOf } from '@/features/school/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/analysis')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    await Promise.all([queryClient.ensureQueryData(councils.analysis(organizationId)), messages('councils')]);
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <AnalysisPage organizationId={Route.useLoaderData().organizationId} mayWork={councilMay(me).work} />;
  },
});
