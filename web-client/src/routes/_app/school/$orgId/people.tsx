import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { people } from '@/features/people/api';
import { needFilters, type PeopleSearch } from '@/features/people/needs';
import { PeoplePage } from '@/features/people/people-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, patch, sort, text } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/people')({
  validateSearch: z.object({ q: text, position: text, need: oneOf(...needFilters), sort }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(people.staff(orgId));
    return messages('people');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    return (
      <PeoplePage
        organizationId={Route.useParams().orgId}
        search={Route.useSearch()}
        onSearch={(change) => void navigate({ search: patch<PeopleSearch>(change), replace: true })}
        may={{ write: may(me, 'StaffWrite'), import: may(me, 'RosterImport') }}
      />
    );
  },
});
