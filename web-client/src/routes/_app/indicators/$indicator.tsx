import { createFileRoute } from '@tanstack/react-router';
import { monitoring } from '@/features/monitoring/api';
import { IndicatorPage } from '@/features/monitoring/indicator-page';
import { exampleSearch } from '@/features/monitoring/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/indicators/$indicator')({
  validateSearch: exampleSearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps, params: { indicator } }) =>
    Promise.all([messages('monitoring'), queryClient.ensureQueryData(monitoring.indicator(indicator, deps))]),
  component: function Page() {
    return <IndicatorPage code={Route.useParams().indicator} place={Route.useSearch()} />;
  },
});
