import { createFileRoute } from '@tanstack/react-router';
import { Entitlements } from '@/features/school/entitlements/entitlements';
import { profiles } from '@/features/school/profiles/api';
import { MenteePage } from '@/features/school/profiles/person-pages';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/mentees/$personId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileManage'),
  loader: ({ context: { queryClient }, params: { orgId, personId } }) =>
    Promise.all([
      queryClient.ensureQueryData(profiles.mentee({ organizationId: orgId, personId })),
      messages('profiles'),
      messages('entitlements'),
    ]),
  component: function Page() {
    const { orgId, personId } = Route.useParams();
    const place = { organizationId: orgId, personId };
    const { me } = Route.useRouteContext();
    return <MenteePage place={place} entitlements={<Entitlements {...place} mayManage={may(me, 'EntitlementManage')} />} />;
  },
});
