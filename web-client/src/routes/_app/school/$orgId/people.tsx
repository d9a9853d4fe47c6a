import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { people } from '@/features/people/api';
import { needFilters, type PeopleSearch } from '@/features/people/needs';
import { PeoplePage } from '@/features/people/people-page';
import { dictionary } from '@/shared/dictionary/api';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, sort, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/people')({
  validateSearch: z.object({ q: text, position: text, need: oneOf(...needFilters), sort }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) =>
    Promise.all([queryClient.prefetchQuery(people.staff(orgId)), queryClient.prefetchQuery(dictionary.list('position')), messages('people')]),
  component: function Page() {
    const change = useSearchChange<PeopleSearch>();
    const { me } = Route.useRouteContext();
    return (
      <PeoplePage
        organizationId={Route.useParams().orgId}
        search={Route.useSearch()}
        onSearch={change}
        may={{ write: may(me, 'StaffWrite'), import: may(me, 'RosterImport'), merge: may(me, 'PersonMerge') }}
      />
    );
  },
});
