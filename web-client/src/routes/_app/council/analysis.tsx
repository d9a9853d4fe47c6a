import { createFileRoute, notFound } from '@tanstack/react-router';
import { councilAnalysis } from '@/features/school/analysis/api';
import { AnalysisPage } from '@/features/school/analysis/analysis-page';
import { councilMay, councilOf } from '@/shared/councils/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { dialogLater } from '@/shared/ui/later';

const TaskDialog = dialogLater(
  async () => {
    const [part] = await Promise.all([import('@/features/school/preparations/task-dialog'), messages('preparations')]);
    return part.TaskDialog;
  },
  ({ task }) => task !== undefined,
);

export const Route = createFileRoute('/_app/council/analysis')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CouncilRead'),
  loader: async ({ context: { queryClient, me } }) => {
    const organizationId = councilOf(me);
    if (!organizationId) throw notFound();
    await Promise.all([queryClient.ensureQueryData(councilAnalysis.of(organizationId)), messages('analysis')]);
    return { organizationId };
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    const { organizationId } = Route.useLoaderData();
    return (
      <AnalysisPage
        organizationId={organizationId}
        mayWork={councilMay(me).work}
        taskDialog={(task, onClose) => <TaskDialog organizationId={organizationId} task={task} onClose={onClose} />}
      />
    );
  },
});
