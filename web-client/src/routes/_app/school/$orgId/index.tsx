import { createFileRoute } from '@tanstack/react-router';
import { CensusNotice } from '@/features/census/census-notice';
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
      messages('census'),
    ]);
    await queryClient.ensureQueryData(monitoring.line(school.organization.territoryCode));
  },
  component: function Page() {
    const change = useSearchChange<DashboardSearch>();
    const { orgId } = Route.useParams();
    const { me } = Route.useRouteContext();
    return (
      <>
        {may(me, 'ProfileManage') && <CensusNotice organizationId={orgId} />}
        <SchoolPage id={orgId} search={Route.useSearch()} seesPrograms={may(me, 'ProgramRead')} onSearch={change} />
      </>
    );
  },
});
