import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { people } from '@/features/common/people/api';
import { needFilters, type PeopleSearch } from '@/features/common/people/needs';
import { PeoplePage } from '@/features/common/people/people-page';
import { dictionary } from '@/shared/dictionary/api';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf, sort } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/people')({
  validateSearch: z.object({ position: code, need: oneOf(...needFilters), sort }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) =>
    Promise.all([queryClient.prefetchQuery(people.staff(orgId)), queryClient.prefetchQuery(dictionary.list('position')), messages('people')]),
  component: function Page() {
    const words = useWords<PeopleSearch>(Route.useSearch());
    const { me } = Route.useRouteContext();
    return (
      <PeoplePage
        organizationId={Route.useParams().orgId}
        {...words}
        may={{
          write: may(me, 'StaffWrite'),
          import: may(me, 'RosterImport'),
          merge: may(me, 'PersonMerge'),
          match: may(me, 'MatchManage'),
        }}
      />
    );
  },
});
