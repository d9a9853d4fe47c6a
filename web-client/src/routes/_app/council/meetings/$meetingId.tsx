import { createFileRoute } from '@tanstack/react-router';
import { councils } from '@/features/school/councils/api';
import { MeetingPage } from '@/features/school/councils/meeting-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/meetings/$meetingId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: ({ context: { queryClient }, params: { meetingId } }) =>
    Promise.all([queryClient.ensureQueryData(councils.meeting(meetingId)), messages('councils')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <MeetingPage meetingId={Route.useParams().meetingId} mayLead={may(me, 'CouncilLead')} />;
  },
});
