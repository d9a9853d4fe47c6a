import { createFileRoute } from '@tanstack/react-router';
import { helpDesk } from '@/features/region/help-desk/api';
import { QuestionPage } from '@/features/region/help-desk/question-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/help-desk/$requestId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'HelpDesk'),
  loader: ({ context: { queryClient }, params: { requestId } }) =>
    Promise.all([queryClient.ensureQueryData(helpDesk.question(requestId)), messages('help-desk')]),
  component: function Page() {
    return <QuestionPage requestId={Route.useParams().requestId} />;
  },
});
