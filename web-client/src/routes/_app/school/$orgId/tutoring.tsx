import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { statuses, type TutoringSearch } from '@/features/region/tutors/search';
import { TutoringPage } from '@/features/region/tutors/tutoring-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/tutoring')({
  validateSearch: z.object({ status: oneOf(...statuses), show: oneOf('overdue') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => messages('tutors'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return (
      <TutoringPage
        organizationId={Route.useParams().orgId}
        mayManage={may(me, 'TutorManage')}
        {...useWords<TutoringSearch>(Route.useSearch())}
      />
    );
  },
});
