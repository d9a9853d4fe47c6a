import { createFileRoute } from '@tanstack/react-router';
import { councils } from '@/features/school/councils/api';
import { Invitations } from '@/features/school/councils/invitations';
import { LogMeeting } from '@/features/school/meetings/log-meeting';
import { OwnProposals } from '@/features/common/settings/own-proposals';
import { today } from '@/features/common/today/api';
import { TodayPage } from '@/features/common/today/today-page';
import { messages } from '@/shared/i18n';

export const Route = createFileRoute('/_app/today')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(today.agenda()),
      // An invitation that arrived later would push down what is being read.
      queryClient.prefetchQuery(councils.mySeats()),
      messages('today'),
      messages('meetings'),
      messages('councils'),
      messages('settings'),
    ]),
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
