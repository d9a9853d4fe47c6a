import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { MenteesPage } from '@/features/profiles/mentees-page';
import { menteeTabs, type MenteeSearch } from '@/features/profiles/search';
import { menteeStatuses } from '@/features/profiles/tones';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/mentees/')({
  validateSearch: z.object({
    tab: oneOf(...menteeTabs),
    q: text,
    status: oneOf(...menteeStatuses),
    category: text,
    subject: text,
    program: oneOf('with', 'without'),
  }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileManage'),
  loader: () => messages('profiles'),
  component: function Page() {
    const change = useSearchChange<MenteeSearch>();
    return <MenteesPage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={change} />;
  },
});
