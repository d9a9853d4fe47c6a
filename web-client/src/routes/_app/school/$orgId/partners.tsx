import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { PartnersPage } from '@/features/school/partnerships/partners-page';
import { contactRoles, contractStatuses, coordinationKinds, partnerTabs, type PartnersSearch } from '@/features/school/partnerships/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/partners')({
  validateSearch: z.object({
    tab: oneOf(...partnerTabs),
    status: oneOf(...contractStatuses),
    warned: oneOf('yes'),
    role: oneOf(...contactRoles),
    kind: oneOf(...coordinationKinds),
    open: oneOf('yes'),
    contact: id,
    contract: id,
  }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PartnerManage'),
  loader: () => messages('partnerships'),
  component: function Page() {
    return <PartnersPage organizationId={Route.useParams().orgId} {...useWords<PartnersSearch>(Route.useSearch())} />;
  },
});
