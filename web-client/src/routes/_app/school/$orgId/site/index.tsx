import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { categories, site, statuses } from '@/features/school/site/api';
import { SitePage, type SiteSearch } from '@/features/school/site/site-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/site/')({
  validateSearch: z.object({ status: oneOf(...statuses), category: oneOf(...categories) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SiteWrite'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, params: { orgId } }) => {
    void queryClient.prefetchInfiniteQuery(site.posts(orgId, deps));
    return messages('site');
  },
  component: function Page() {
    const change = useSearchChange<SiteSearch>();
    return <SitePage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={change} />;
  },
});
