import { createFileRoute, notFound } from '@tanstack/react-router';
import { evaluations } from '@/features/school/evaluations/api';
import { EvaluationsPage } from '@/features/school/evaluations/evaluations-page';
import { councilMay, councilOf } from '@/shared/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/evaluations/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    await Promise.all([queryClient.ensureQueryData(evaluations.list(organizationId)), messages('evaluations')]);
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <EvaluationsPage organizationId={Route.useLoaderData().organizationId} mayOpen={councilMay(me).work} />;
  },
});
