import { createFileRoute } from '@tanstack/react-router';
import { settings } from '@/features/common/settings/api';
import { InvitationsPage } from '@/features/common/settings/invitations-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/invitations')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountHandOver'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(settings.invitations(orgId));
    return messages('settings');
  },
  component: function Page() {
    return <InvitationsPage organizationId={Route.useParams().orgId} mayInvite={may(Route.useRouteContext().me, 'AccountManage')} />;
  },
});
