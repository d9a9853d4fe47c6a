import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { programs } from '@/features/school/programs/api';
import { ProgramBoard } from '@/features/school/programs/program-board';
import { ProgramListPage } from '@/features/school/programs/program-list-page';
import { listFilter, type ProgramSearch } from '@/features/school/programs/search';
import { statuses } from '@/features/school/programs/status';
import { dictionary } from '@/shared/dictionary/api';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, id, oneOf, sort } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

const search = z.object({
  status: oneOf(...statuses),
  purpose: code,
  person: id,
  sort,
  view: oneOf('board'),
});

export const Route = createFileRoute('/_app/school/$orgId/programs')({
  validateSearch: search,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramRead'),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps, params: { orgId }, cause }) => {
    const list = queryClient.prefetchInfiniteQuery(programs.list(listFilter(orgId, deps)));
    const around = [
      queryClient.prefetchQuery(programs.counts(orgId)),
      queryClient.prefetchQuery(programs.purposes(orgId, deps.status)),
      queryClient.prefetchQuery(dictionary.list('program-purpose')),
    ];
    // Somebody who comes sees the list whole, without its parts moving; somebody who narrows it goes on seeing it.
    await Promise.all([messages('programs'), ...(cause === 'stay' ? [] : [list, ...around])]);
  },
  component: function Page() {
    const { search, onSearch } = useWords<ProgramSearch>(Route.useSearch());
    const { me } = Route.useRouteContext();
    const { orgId } = Route.useParams();
    if (search.view === 'board') return <ProgramBoard organizationId={orgId} onView={(view) => onSearch({ view })} />;
    return (
      <ProgramListPage
        organizationId={orgId}
        search={search}
        onSearch={onSearch}
        mayCreate={may(me, 'ProgramWrite')}
        seesStaff={may(me, 'StaffRead')}
      />
    );
  },
});
