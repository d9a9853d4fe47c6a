import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { MentorsPage } from '@/features/school/profiles/mentors-page';
import type { MentorSearch } from '@/features/school/profiles/search';
import { mentorStatuses } from '@/features/school/profiles/tones';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/mentors/')({
  validateSearch: z.object({ status: oneOf(...mentorStatuses), topic: code, subject: code, free: oneOf('yes') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: () => messages('profiles'),
  component: function Page() {
    const words = useWords<MentorSearch>(Route.useSearch());
    const { me } = Route.useRouteContext();
    return (
      <MentorsPage
        organizationId={Route.useParams().orgId}
        {...words}
        mayManage={may(me, 'ProfileManage')}
      />
    );
  },
});
