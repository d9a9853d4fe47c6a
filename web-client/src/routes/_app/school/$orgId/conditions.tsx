import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ConditionsPage } from '@/features/school/conditions/conditions-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/conditions')({
  validateSearch: z.object({ year: z.catch(z.optional(z.int()), undefined) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ConditionsRead'),
  loader: () => messages('conditions'),
  component: function Page() {
    const navigate = Route.useNavigate();
    return (
      <ConditionsPage
        organizationId={Route.useParams().orgId}
        mayWrite={may(Route.useRouteContext().me, 'ConditionsWrite')}
        year={Route.useSearch().year}
        onYear={(year) => void navigate({ search: { year } })}
      />
    );
  },
});
