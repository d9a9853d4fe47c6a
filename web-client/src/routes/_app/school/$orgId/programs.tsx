import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { programs } from '@/features/programs/api';
import { ProgramListPage } from '@/features/programs/program-list-page';
import { listFilter, type ProgramSearch } from '@/features/programs/search';
import { statuses } from '@/features/programs/status';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, sort, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

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
    const change = useSearchChange<ProgramSearch>();
    const { me } = Route.useRouteContext();
    return (
      <ProgramListPage
        organizationId={Route.useParams().orgId}
        search={Route.useSearch()}
        onSearch={change}
        mayCreate={may(me, 'ProgramWrite')}
      />
    );
  },
});
