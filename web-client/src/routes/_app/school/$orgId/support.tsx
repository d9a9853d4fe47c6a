import { createFileRoute } from '@tanstack/react-router';
import { support } from '@/features/region/support/api';
import { SupportersPage } from '@/features/region/support/supporters-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/support')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SupportRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(support.supporters(orgId));
    return messages('support');
  },
  component: function Page() {
    return <SupportersPage organizationId={Route.useParams().orgId} />;
  },
});
