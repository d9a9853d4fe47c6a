import { createFileRoute } from '@tanstack/react-router';
import { settings } from '@/features/settings/api';
import { SettingsPage } from '@/features/settings/settings-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/settings')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(settings.assignments(orgId));
    void queryClient.prefetchQuery(settings.proposals(orgId));
    return messages('settings');
  },
  component: function Page() {
    return <SettingsPage organizationId={Route.useParams().orgId} />;
  },
});
