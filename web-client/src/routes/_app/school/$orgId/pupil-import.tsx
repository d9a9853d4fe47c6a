import { createFileRoute } from '@tanstack/react-router';
import { ImportsPage } from '@/features/common/imports/imports-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/pupil-import')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PupilResultImport'),
  loader: () => messages('imports'),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { orgId: organizationId } = Route.useParams();
    return (
      <ImportsPage
        target={{ kind: 'PupilResults', organizationId }}
        onSent={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
      />
    );
  },
});
