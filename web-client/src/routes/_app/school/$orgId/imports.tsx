import { createFileRoute } from '@tanstack/react-router';
import { imports, type Target } from '@/features/common/imports/api';
import { ImportsPage } from '@/features/common/imports/imports-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

const roster = (organizationId: string): Target => ({ kind: 'Roster', organizationId });

export const Route = createFileRoute('/_app/school/$orgId/imports')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RosterImport'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(imports.list(roster(orgId)));
    return messages('imports');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    return (
      <ImportsPage
        target={roster(Route.useParams().orgId)}
        onSent={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
      />
    );
  },
});
