import { createFileRoute } from '@tanstack/react-router';
import { profiles } from '@/features/school/profiles/api';
import { MentorPage } from '@/features/school/profiles/person-pages';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/mentors/$personId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileManage'),
  loader: ({ context: { queryClient }, params: { orgId, personId } }) =>
    Promise.all([
      queryClient.ensureQueryData(profiles.mentor({ organizationId: orgId, personId })),
      messages('profiles'),
    ]),
  component: function Page() {
    const { orgId, personId } = Route.useParams();
    return <MentorPage place={{ organizationId: orgId, personId }} />;
  },
});
