import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { RoomsPage } from '@/features/school/conditions/rooms-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/rooms')({
  validateSearch: z.object({ week: z.catch(z.optional(z.int().check(z.gte(-26), z.lte(26))), undefined) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RoomBook'),
  loader: () => messages('conditions'),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    return (
      <RoomsPage
        organizationId={Route.useParams().orgId}
        mayKeep={may(me, 'ConditionsWrite')}
        isPerson={Boolean(me.personId)}
        week={Route.useSearch().week ?? 0}
        onWeek={(week) => void navigate({ search: { week: week || undefined } })}
      />
    );
  },
});
