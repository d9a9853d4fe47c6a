import { createFileRoute } from '@tanstack/react-router';
import { practices } from '@/features/school/practices/api';
import { PracticePage } from '@/features/school/practices/practice-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/practices/$practiceId/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PracticeShare'),
  loader: ({ context: { queryClient }, params: { practiceId } }) =>
    Promise.all([queryClient.ensureQueryData(practices.detail(practiceId)), messages('practices')]),
  component: function Page() {
    return <PracticePage practiceId={Route.useParams().practiceId} me={Route.useRouteContext().me} />;
  },
});
