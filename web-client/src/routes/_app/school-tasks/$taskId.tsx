import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { initiatives } from '@/features/region/initiatives/api';
import { SchoolTaskPage } from '@/features/region/initiatives/school-task-page';
import { reportStatuses, type ReportsSearch } from '@/features/region/initiatives/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school-tasks/$taskId')({
  validateSearch: z.object({ q: text, status: oneOf(...reportStatuses), late: oneOf('yes') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SchoolTaskSet'),
  loader: ({ context: { queryClient }, params: { taskId } }) =>
    Promise.all([queryClient.ensureQueryData(initiatives.schoolTask(taskId)), messages('initiatives')]),
  component: function Page() {
    return <SchoolTaskPage taskId={Route.useParams().taskId} search={Route.useSearch()} onSearch={useSearchChange<ReportsSearch>()} />;
  },
});
