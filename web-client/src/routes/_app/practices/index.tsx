import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { practices } from '@/features/school/practices/api';
import { NoBank, PracticesPage } from '@/features/school/practices/practices-page';
import { practiceStatuses, practiceViews, type PracticesSearch } from '@/features/school/practices/search';
import { schoolOf } from '@/features/school/practices/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, id, oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/practices/')({
  validateSearch: z.object({ org: id, view: oneOf(...practiceViews), q: text, area: code, topic: code, status: oneOf(...practiceStatuses) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PracticeShare'),
  loader: async ({ context: { queryClient } }) => {
    const [schools] = await Promise.all([queryClient.ensureQueryData(practices.schools()), messages('practices')]);
    return { schools };
  },
  component: function Page() {
    const { schools } = Route.useLoaderData();
    const search = Route.useSearch();
    const school = schoolOf(schools, Route.useRouteContext().me, search.org);
    const change = useSearchChange<PracticesSearch>();
    return school ? <PracticesPage schools={schools} school={school} search={search} onSearch={change} /> : <NoBank />;
  },
});
