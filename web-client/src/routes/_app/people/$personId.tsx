import { createFileRoute } from '@tanstack/react-router';
import { people } from '@/features/common/people/api';
import { PersonPage } from '@/features/common/people/person-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/people/$personId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: ({ context: { queryClient }, params: { personId } }) =>
    Promise.all([queryClient.ensureQueryData(people.detail(personId)), messages('people')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return (
      <PersonPage
        personId={Route.useParams().personId}
        mayWrite={may(me, 'StaffWrite')}
        mayEmploy={may(me, 'RosterImport')}
        mayMerge={may(me, 'PersonMerge')}
        mayAppoint={may(me, 'AccountManage')}
      />
    );
  },
});
