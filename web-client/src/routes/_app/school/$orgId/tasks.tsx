import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { OwnTasksPage } from '@/features/region/initiatives/own-tasks-page';
import { reportStatuses, type OwnTasksSearch } from '@/features/region/initiatives/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/tasks')({
  validateSearch: z.object({ q: text, status: oneOf(...reportStatuses) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SchoolTaskReport'),
  loader: () => messages('initiatives'),
  component: function Page() {
    return <OwnTasksPage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={useSearchChange<OwnTasksSearch>()} />;
  },
});
