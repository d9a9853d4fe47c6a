import { createFileRoute } from '@tanstack/react-router';
import { evaluations } from '@/features/school/evaluations/api';
import { EvaluationPage } from '@/features/school/evaluations/evaluation-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/council/evaluations/$evaluationId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: ({ context: { queryClient }, params: { evaluationId } }) =>
    Promise.all([queryClient.ensureQueryData(evaluations.detail(evaluationId)), messages('evaluations')]),
  component: function Page() {
    return <EvaluationPage evaluationId={Route.useParams().evaluationId} />;
  },
});
