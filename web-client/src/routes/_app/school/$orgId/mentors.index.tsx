import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { MentorsPage } from '@/features/profiles/mentors-page';
import type { MentorSearch } from '@/features/profiles/search';
import { mentorStatuses } from '@/features/profiles/tones';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/mentors/')({
  validateSearch: z.object({ q: text, status: oneOf(...mentorStatuses), topic: text, subject: text, free: oneOf('yes') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'StaffRead'),
  loader: () => messages('profiles'),
  component: function Page() {
    const change = useSearchChange<MentorSearch>();
    const { me } = Route.useRouteContext();
    return (
      <MentorsPage
        organizationId={Route.useParams().orgId}
        search={Route.useSearch()}
        onSearch={change}
        mayManage={may(me, 'ProfileManage')}
      />
    );
  },
});
