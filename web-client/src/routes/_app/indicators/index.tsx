import { createFileRoute } from '@tanstack/react-router';
import { monitoring } from '@/features/monitoring/api';
import { IndicatorsPage } from '@/features/monitoring/indicators-page';
import { catalogueSearch, type CatalogueSearch } from '@/features/monitoring/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/indicators/')({
  validateSearch: catalogueSearch,
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MonitoringSchool'),
  loader: ({ context: { queryClient } }) =>
    Promise.all([messages('monitoring'), queryClient.ensureQueryData(monitoring.indicators())]),
  component: function Page() {
    return <IndicatorsPage search={Route.useSearch()} onSearch={useSearchChange<CatalogueSearch>()} />;
  },
});
