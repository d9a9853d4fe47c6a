import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { supportStates, type SupportedSearch } from '@/features/region/support/search';
import { SupportedPage } from '@/features/region/support/supported-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/supported')({
  validateSearch: z.object({ service: code, state: oneOf(...supportStates), municipality: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SupportRead'),
  loader: () => messages('support'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return (
      <SupportedPage
        organizationId={Route.useParams().orgId}
        mayManage={may(me, 'SupportManage')}
        mayDeficits={may(me, 'DeficitRead')}
        {...useWords<SupportedSearch>(Route.useSearch())}
      />
    );
  },
});
