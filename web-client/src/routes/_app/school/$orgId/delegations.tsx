import { createFileRoute } from '@tanstack/react-router';
import { delegations } from '@/features/school/delegations/api';
import { DelegationsPage } from '@/features/school/delegations/delegations-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/delegations')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'DelegationRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(delegations.list(orgId));
    return messages('delegations');
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return (
      <DelegationsPage organizationId={Route.useParams().orgId} mayPropose={may(me, 'DelegationManage')} />
    );
  },
});
