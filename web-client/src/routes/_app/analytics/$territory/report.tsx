import { createFileRoute } from '@tanstack/react-router';
import { monitoring } from '@/features/monitoring/api';
import { ReportPage } from '@/features/monitoring/report-page';
import { dashboardSearch } from '@/features/monitoring/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/analytics/$territory/report')({
  validateSearch: dashboardSearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: ({ context: { queryClient }, deps: { period }, params: { territory } }) =>
    Promise.all([
      messages('monitoring'),
      queryClient.ensureQueryData(monitoring.indicators(period)),
      queryClient.ensureQueryData(monitoring.territory(territory, period)),
    ]),
  component: function Page() {
    return (
      <ReportPage
        code={Route.useParams().territory}
        search={Route.useSearch()}
        listsSchools={may(Route.useRouteContext().me, 'MonitoringTerritory')}
      />
    );
  },
});
