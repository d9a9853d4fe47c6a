import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { census } from '@/features/school/census/api';
import { CensusPage, type CensusSearch } from '@/features/school/census/census-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/census')({
  validateSearch: z.object({ show: oneOf('left') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileManage'),
  loader: ({ context: { queryClient }, params: { orgId } }) =>
    Promise.all([queryClient.ensureQueryData(census.of(orgId)), messages('census')]),
  component: function Page() {
    const change = useSearchChange<CensusSearch>();
    return <CensusPage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={change} />;
  },
});
