import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { practices } from '@/features/school/practices/api';
import { PracticeEditor } from '@/features/school/practices/practice-editor';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/practices/$practiceId/edit')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PracticeShare'),
  loader: ({ context: { queryClient }, params: { practiceId } }) =>
    Promise.all([queryClient.ensureQueryData(practices.detail(practiceId)), messages('practices')]),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { practiceId } = Route.useParams();
    const { data: practice } = useSuspenseQuery(practices.detail(practiceId));
    return (
      <PracticeEditor
        organizationId={practice.organizationId}
        practice={practice}
        personId={Route.useRouteContext().me.personId ?? undefined}
        onSaved={() => navigate({ to: '/practices/$practiceId', params: { practiceId }, replace: true })}
      />
    );
  },
});
