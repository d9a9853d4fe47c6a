import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SchoolImpactPage } from '@/features/school/impact/school-page';
import { schoolViews, type ImpactSearch } from '@/features/school/impact/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/impact')({
  validateSearch: z.object({ view: oneOf(...schoolViews), year: z.catch(z.optional(z.int()), undefined) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ImpactManage'),
  loader: () => messages('impact'),
  component: function Page() {
    return <SchoolImpactPage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={useSearchChange<ImpactSearch>()} />;
  },
});
