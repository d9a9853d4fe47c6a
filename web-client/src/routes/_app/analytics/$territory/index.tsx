import { createFileRoute } from '@tanstack/react-router';
import { territoryLine } from '@/shared/territories/api';
import { monitoring } from '@/features/monitoring/api';
import { territorySearch, type TerritorySearch } from '@/features/monitoring/search';
import { TerritoryPage } from '@/features/monitoring/territory-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/analytics/$territory/')({
  validateSearch: territorySearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: ({ context: { queryClient }, deps: { period }, params: { territory } }) =>
    Promise.all([
      messages('monitoring'),
      queryClient.ensureQueryData(monitoring.indicators(period)),
      queryClient.ensureQueryData(territoryLine(territory)),
      queryClient.ensureQueryData(monitoring.territory(territory, period)),
    ]),
  component: function Page() {
    const change = useSearchChange<TerritorySearch>();
    return (
      <TerritoryPage
        code={Route.useParams().territory}
        search={Route.useSearch()}
        listsSchools={may(Route.useRouteContext().me, 'MonitoringTerritory')}
        onSearch={change}
      />
    );
  },
});
