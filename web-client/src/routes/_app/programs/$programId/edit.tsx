import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { programs } from '@/features/school/programs/api';
import { ProgramEditor } from '@/features/school/programs/program-editor';
import { useForms } from '@/features/school/setup/use-forms';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/programs/$programId/edit')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramPlan'),
  loader: ({ context: { queryClient }, params: { programId } }) =>
    Promise.all([queryClient.ensureQueryData(programs.detail(programId)), messages('programs')]),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    const { programId } = Route.useParams();
    const { data: program } = useSuspenseQuery(programs.detail(programId));
    return (
      <ProgramEditor
        organizationId={program.organizationId}
        program={program}
        forms={useForms(me, program.organizationId)}
        byCurator={may(me, 'ProgramWrite')}
        onSaved={() => navigate({ to: '/programs/$programId', params: { programId }, replace: true })}
      />
    );
  },
});
