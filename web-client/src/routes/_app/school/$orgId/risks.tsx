import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { RisksPage } from '@/features/school/risks/risks-page';
import { riskTabs } from '@/features/school/risks/tabs';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/risks')({
  validateSearch: z.object({ tab: oneOf(...riskTabs) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RiskRead'),
  loader: () => messages('risks'),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { tab = 'register' } = Route.useSearch();
    return (
      <RisksPage
        organizationId={Route.useParams().orgId}
        mayManage={may(Route.useRouteContext().me, 'RiskManage')}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next === 'register' ? undefined : next } })}
      />
    );
  },
});
