import { createFileRoute } from '@tanstack/react-router';
import { monitoring } from '@/features/monitoring/api';
import { SchoolPage } from '@/features/monitoring/school-page';
import { dashboardSearch, type DashboardSearch } from '@/features/monitoring/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/')({
  validateSearch: dashboardSearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: async ({ context: { queryClient }, deps: { period }, params: { orgId } }) => {
    const [school] = await Promise.all([
      queryClient.ensureQueryData(monitoring.school(orgId, period)),
      queryClient.ensureQueryData(monitoring.indicators()),
      messages('monitoring'),
    ]);
    await queryClient.ensureQueryData(monitoring.line(school.organization.territoryCode));
  },
  component: function Page() {
    const change = useSearchChange<DashboardSearch>();
    return (
      <SchoolPage
        id={Route.useParams().orgId}
        search={Route.useSearch()}
        seesPrograms={may(Route.useRouteContext().me, 'ProgramRead')}
        onSearch={change}
      />
    );
  },
});
