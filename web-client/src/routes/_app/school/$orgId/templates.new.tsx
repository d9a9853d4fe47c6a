import { createFileRoute } from '@tanstack/react-router';
import { TemplateEditor } from '@/features/school/programs/template-editor';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/templates/new')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TemplateWrite'),
  loader: () => messages('programs'),
  component: function Page() {
    const { orgId } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <TemplateEditor
        organizationId={orgId}
        onSaved={() => navigate({ to: '/school/$orgId/templates', params: { orgId }, replace: true })}
      />
    );
  },
});
