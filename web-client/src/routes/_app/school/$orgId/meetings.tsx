import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { meetings } from '@/features/school/meetings/api';
import { WeekPage } from '@/features/school/meetings/week-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { date } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/meetings')({
  validateSearch: z.object({ from: date }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramRead'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, params: { orgId } }) => {
    void queryClient.prefetchQuery(meetings.week(orgId, deps.from));
    return messages('meetings');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const onFrom = (from: string | undefined) => void navigate({ search: from ? { from } : {} });
    return <WeekPage organizationId={Route.useParams().orgId} from={Route.useSearch().from} onFrom={onFrom} />;
  },
});
