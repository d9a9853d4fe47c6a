import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SchoolRoutesPage } from '@/features/region/routes/school-page';
import { routeStatuses, type RoutesSearch } from '@/features/region/routes/search';
import { Differences } from '@/features/region/tutors/differences';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/routes')({
  validateSearch: z.object({ status: oneOf(...routeStatuses) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RouteWatch'),
  loader: () => Promise.all([messages('routes'), messages('tutors')]),
  component: function Page() {
    const { orgId } = Route.useParams();
    const list = useWords<RoutesSearch>(Route.useSearch());
    return <SchoolRoutesPage organizationId={orgId} {...list} above={<Differences organizationId={orgId} quiet />} />;
  },
});
