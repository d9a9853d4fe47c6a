import { createFileRoute } from '@tanstack/react-router';
import { plans } from '@/features/school/programs/plan-api';
import { TemplatesPage } from '@/features/school/programs/templates-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/templates/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(plans.templates(orgId));
    return messages('programs');
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <TemplatesPage organizationId={Route.useParams().orgId} mayWrite={may(me, 'TemplateWrite')} />;
  },
});
