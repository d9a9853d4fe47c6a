import { createFileRoute } from '@tanstack/react-router';
import { matching } from '@/features/school/matching/api';
import { RegionMatchingPage } from '@/features/school/matching/region-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/regions/$region/matching')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MatchRegion'),
  loader: ({ context: { queryClient }, params: { region } }) => {
    void queryClient.prefetchQuery(matching.region(region));
    return messages('matching');
  },
  component: function Page() {
    return <RegionMatchingPage code={Route.useParams().region} />;
  },
});
