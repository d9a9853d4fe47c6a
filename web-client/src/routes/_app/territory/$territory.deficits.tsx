import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DeficitsPage, type DeficitsSearch } from '@/features/region/deficits/deficits-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code } from '@/shared/url/search';
import { territoryLine } from '@/shared/territories/api';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/territory/$territory/deficits')({
  validateSearch: z.object({ area: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'DeficitRead'),
  loader: ({ context: { queryClient }, params: { territory } }) => {
    void queryClient.prefetchQuery(territoryLine(territory));
    return messages('deficits');
  },
  component: function Page() {
    return <DeficitsPage territory={Route.useParams().territory} search={Route.useSearch()} onSearch={useSearchChange<DeficitsSearch>()} />;
  },
});
