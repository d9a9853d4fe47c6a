import { createFileRoute } from '@tanstack/react-router';
import { Invitations } from '@/features/councils/invitations';
import { LogMeeting } from '@/features/meetings/log-meeting';
import { OwnProposals } from '@/features/settings/own-proposals';
import { today } from '@/features/today/api';
import { TodayPage } from '@/features/today/today-page';
import { messages } from '@/shared/i18n';

export const Route = createFileRoute('/_app/today')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(today.agenda()), messages('today'), messages('meetings'), messages('councils'), messages('settings')]),
  component: function Page() {
    return (
      <>
        <Invitations />
        <OwnProposals />
        <TodayPage logMeeting={(programs) => <LogMeeting programs={programs} />} />
      </>
    );
  },
});
