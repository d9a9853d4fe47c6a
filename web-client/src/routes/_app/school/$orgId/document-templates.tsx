import { createFileRoute } from '@tanstack/react-router';
import { acts } from '@/features/school/local-acts/api';
import { TemplatesPage } from '@/features/school/local-acts/templates-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/document-templates')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ActWrite'),
  loader: ({ context: { queryClient }, params: { orgId } }) =>
    Promise.all([queryClient.ensureQueryData(acts.templates(orgId)), messages('local-acts')]),
  component: function Page() {
    return <TemplatesPage organizationId={Route.useParams().orgId} />;
  },
});
