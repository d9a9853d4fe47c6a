import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { support } from '@/features/region/support/api';
import { MapPage } from '@/features/region/support/map-page';
import { mapTabs, type MapSearch } from '@/features/region/support/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/territory/$territory/support')({
  validateSearch: z.object({ tab: oneOf(...mapTabs), service: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SupportRead'),
  loader: ({ context: { queryClient }, params: { territory } }) => {
    void queryClient.prefetchQuery(support.map(territory));
    return messages('support');
  },
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <MapPage territory={Route.useParams().territory} mayManage={may(me, 'BodyManage')} {...useWords<MapSearch>(Route.useSearch())} />;
  },
});
