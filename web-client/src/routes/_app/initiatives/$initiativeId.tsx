import { createFileRoute } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { initiatives } from '@/features/region/initiatives/api';
import { InitiativePage } from '@/features/region/initiatives/initiative-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';

export const Route = createFileRoute('/_app/initiatives/$initiativeId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'InitiativeRead'),
  loader: ({ context: { queryClient }, params: { initiativeId } }) =>
    Promise.all([queryClient.ensureQueryData(initiatives.detail(initiativeId)), messages('initiatives')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const posts = useQuery({ ...workplaces(), enabled: Boolean(me.personId) }).data ?? [];
    const places = posts.map(({ organizationId, organizationName }) => ({ id: organizationId, name: organizationName }));
    const leads = (id: string) => me.assignments.some(({ organizationId, role }) => organizationId === id && (role === 'Head' || role === 'Curator'));
    return (
      <InitiativePage
        initiativeId={Route.useParams().initiativeId}
        places={places}
        led={places.filter(({ id }) => leads(id))}
        sets={may(me, 'SchoolTaskSet')}
      />
    );
  },
});
