import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SchoolOffersPage } from '@/features/school/offers/school-page';
import { directions, offerStatuses, type SchoolOffersSearch } from '@/features/school/offers/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/offers')({
  validateSearch: z.object({ view: oneOf('requests'), status: oneOf(...offerStatuses), direction: oneOf(...directions) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'OfferDecide'),
  loader: () => messages('offers'),
  component: function Page() {
    return <SchoolOffersPage organizationId={Route.useParams().orgId} search={Route.useSearch()} onSearch={useSearchChange<SchoolOffersSearch>()} />;
  },
});
