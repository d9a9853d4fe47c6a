import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ActsPage, type ActsSearch } from '@/features/school/local-acts/acts-page';
import { acts } from '@/features/school/local-acts/api';
import { kinds } from '@/features/school/local-acts/kinds';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

const status = oneOf('Draft', 'Agreed', 'Approved', 'InForce', 'Superseded', 'Repealed');

export const Route = createFileRoute('/_app/school/$orgId/documents')({
  validateSearch: z.object({ kind: oneOf(...kinds), status, draft: oneOf(...kinds) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ActRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(acts.list(orgId));
    return messages('local-acts');
  },
  component: function Page() {
    const { orgId } = Route.useParams();
    const navigate = Route.useNavigate();
    const change = useSearchChange<ActsSearch>();
    const open = (actId: string) => void navigate({ to: '/documents/$actId', params: { actId } });
    const mayWrite = may(Route.useRouteContext().me, 'ActWrite');
    return <ActsPage organizationId={orgId} search={Route.useSearch()} onSearch={change} onDrafted={open} mayWrite={mayWrite} />;
  },
});
