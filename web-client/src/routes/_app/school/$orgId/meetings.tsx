import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { meetings } from '@/features/school/meetings/api';
import { unrecorded } from '@/features/school/meetings/unrecorded';
import { UnrecordedPage } from '@/features/school/meetings/unrecorded-page';
import { WeekPage } from '@/features/school/meetings/week-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { date, oneOf } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/meetings')({
  validateSearch: z.object({ from: date, view: oneOf('unrecorded') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramRead'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, params: { orgId } }) => {
    void queryClient.prefetchQuery(meetings.week(orgId, deps.from));
    if (deps.view) void queryClient.prefetchInfiniteQuery(unrecorded(orgId));
    return messages('meetings');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const { orgId } = Route.useParams();
    const { from, view } = Route.useSearch();
    if (view) return <UnrecordedPage organizationId={orgId} />;
    return <WeekPage organizationId={orgId} from={from} onFrom={(day) => void navigate({ search: day ? { from: day } : {} })} />;
  },
});
