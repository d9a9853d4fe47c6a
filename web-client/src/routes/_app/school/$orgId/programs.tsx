import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { programs } from '@/features/programs/api';
import { ProgramListPage } from '@/features/programs/program-list-page';
import { listFilter, type ProgramSearch } from '@/features/programs/search';
import { statuses } from '@/features/programs/status';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, patch, sort, text } from '@/shared/url/search';

const search = z.object({
  status: oneOf(...statuses),
  q: text,
  purpose: text,
  person: text,
  personName: text,
  sort,
});

export const Route = createFileRoute('/_app/school/$orgId/programs')({
  validateSearch: search,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramRead'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(programs.list(listFilter(orgId, deps)));
    return messages('programs');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    return (
      <ProgramListPage
        organizationId={Route.useParams().orgId}
        search={Route.useSearch()}
        onSearch={(change) => void navigate({ search: patch<ProgramSearch>(change), replace: true })}
        mayCreate={may(me, 'ProgramWrite')}
      />
    );
  },
});
