import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { InstrumentsPage } from '@/features/region/diagnosis/instruments-page';
import { instrumentStatuses, type InstrumentsSearch } from '@/features/region/diagnosis/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/territory/$territory/instruments/')({
  validateSearch: z.object({ q: text, status: oneOf(...instrumentStatuses) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'InstrumentManage'),
  loader: () => messages('diagnosis'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const { territory } = Route.useParams();
    const name = me.assignments.find(({ territoryCode }) => territoryCode === territory)?.territoryName ?? territory;
    return <InstrumentsPage place={{ territory, name }} search={Route.useSearch()} onSearch={useSearchChange<InstrumentsSearch>()} />;
  },
});
