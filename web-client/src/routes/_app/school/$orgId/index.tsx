import { createFileRoute } from '@tanstack/react-router';
import { census } from '@/features/school/census/api';
import { CensusNotice } from '@/features/school/census/census-notice';
import { territoryLine } from '@/shared/territories/api';
import { monitoring } from '@/features/monitoring/api';
import { SchoolPage } from '@/features/monitoring/school-page';
import { dashboardSearch, type DashboardSearch } from '@/features/monitoring/search';
import { risks } from '@/features/school/risks/api';
import { RiskGlance } from '@/features/school/risks/risk-glance';
import { setup } from '@/features/school/setup/api';
import { SetupGlance } from '@/features/school/setup/setup-glance';
import { today } from '@/features/common/today/api';
import { SchoolQueue } from '@/features/common/today/school-queue';
import { messages } from '@/shared/i18n';
import type { Me } from '@/shared/me/api';
import { may, requirePermission } from '@/shared/me/permissions';
import { programs } from '@/shared/programs/api';
import { useSearchChange } from '@/shared/url/use-search-change';

/** The head and the curator start the day here; others only look. */
const leads = (me: Me) => may(me, 'ProgramHead') || may(me, 'ProgramWrite');

export const Route = createFileRoute('/_app/school/$orgId/')({
  validateSearch: dashboardSearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loaderDeps: ({ search: { period } }) => ({ period }),
  loader: async ({ context: { queryClient, me }, deps: { period }, params: { orgId } }) => {
    const read = async () => {
      const school = await queryClient.ensureQueryData(monitoring.school(orgId, period));
      await queryClient.ensureQueryData(territoryLine(school.organization.territoryCode));
    };
    // All parts come together: one that arrived later would push down what is being read.
    await Promise.all([
      read(),
      queryClient.ensureQueryData(monitoring.indicators(period)),
      ...(['monitoring', 'census', 'setup', 'risks', 'today'] as const).map((area) => messages(area)),
      may(me, 'ProgramRead') && queryClient.prefetchQuery(programs.counts(orgId)),
      may(me, 'ProfileManage') && queryClient.prefetchQuery(census.of(orgId)),
      leads(me) && queryClient.prefetchQuery(today.agenda()),
      leads(me) && may(me, 'SetupRead') && queryClient.prefetchQuery(setup.of(orgId)),
      leads(me) && may(me, 'RiskRead') && queryClient.prefetchQuery(risks.list(orgId)),
    ]);
  },
  component: function Page() {
    const change = useSearchChange<DashboardSearch>();
    const { orgId } = Route.useParams();
    const search = Route.useSearch();
    const { me } = Route.useRouteContext();
    return (
      <>
        {may(me, 'ProfileManage') && <CensusNotice organizationId={orgId} mayAppoint={may(me, 'AccountManage')} />}
        <SchoolPage
          id={orgId}
          search={search}
          seesPrograms={may(me, 'ProgramRead')}
          onSearch={change}
          queue={leads(me) && <SchoolQueue organizationId={orgId} />}
          glances={
            leads(me) && (
              <>
                {may(me, 'SetupRead') && <SetupGlance organizationId={orgId} />}
                {may(me, 'RiskRead') && <RiskGlance organizationId={orgId} />}
              </>
            )
          }
        />
      </>
    );
  },
});
