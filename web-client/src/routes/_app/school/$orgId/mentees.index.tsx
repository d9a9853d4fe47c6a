import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { MenteesPage } from '@/features/school/profiles/mentees-page';
import { menteeTabs, type MenteeSearch } from '@/features/school/profiles/search';
import { menteeStatuses } from '@/features/school/profiles/tones';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/mentees/')({
  validateSearch: z.object({
    tab: oneOf(...menteeTabs),
    status: oneOf(...menteeStatuses),
    category: code,
    subject: code,
    program: oneOf('with', 'without'),
  }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileManage'),
  loader: () => messages('profiles'),
  component: function Page() {
    return <MenteesPage organizationId={Route.useParams().orgId} {...useWords<MenteeSearch>(Route.useSearch())} />;
  },
});
