import { createFileRoute } from '@tanstack/react-router';
import { resources } from '@/features/region/resources/api';
import { ResourcePage } from '@/features/region/resources/resource-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/resources/$resourceId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ResourceRead'),
  loader: ({ context: { queryClient }, params: { resourceId } }) =>
    Promise.all([queryClient.ensureQueryData(resources.detail(resourceId)), messages('resources')]),
  component: function Page() {
    return <ResourcePage resourceId={Route.useParams().resourceId} mayUse={may(Route.useRouteContext().me, 'ResourceUse')} />;
  },
});
