import { createFileRoute } from '@tanstack/react-router';
import { settings } from '@/features/common/settings/api';
import { SettingsPage } from '@/features/common/settings/settings-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/settings')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(settings.assignments(orgId));
    void queryClient.prefetchQuery(settings.proposals(orgId));
    return messages('settings');
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    // Whoever keeps the whole platform stands in the founder's place.
    const lead = me.assignments.some(({ role }) => role === 'SystemAdministrator');
    return <SettingsPage organizationId={Route.useParams().orgId} may={{ setup: may(me, 'SetupRead'), storage: may(me, 'StorageRead'), lead }} />;
  },
});
