import { createFileRoute } from '@tanstack/react-router';
import { programs } from '@/features/school/programs/api';
import { CorrectPage } from '@/features/school/programs/correct-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/programs/$programId/correct')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramPlan'),
  loader: ({ context: { queryClient }, params: { programId } }) =>
    Promise.all([queryClient.ensureQueryData(programs.detail(programId)), messages('programs')]),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { programId } = Route.useParams();
    return (
      <CorrectPage
        programId={programId}
        onSent={() => navigate({ to: '/programs/$programId', params: { programId }, search: { tab: 'versions' } })}
      />
    );
  },
});
