import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { matching } from '@/features/school/matching/api';
import { MatchingPage } from '@/features/school/matching/matching-page';
import { views } from '@/features/school/matching/views';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/matching')({
  validateSearch: z.object({ view: oneOf(...views) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MatchManage'),
  loader: ({ context: { queryClient }, params: { orgId } }) => {
    void queryClient.prefetchQuery(matching.board(orgId));
    return messages('matching');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    return (
      <MatchingPage
        organizationId={Route.useParams().orgId}
        view={Route.useSearch().view ?? 'pairs'}
        onView={(view) => void navigate({ search: { view }, replace: true })}
        mayDraft={may(Route.useRouteContext().me, 'ProgramWrite')}
      />
    );
  },
});
