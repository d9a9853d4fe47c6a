import { createFileRoute } from '@tanstack/react-router';
import { routes } from '@/features/region/routes/api';
import { RoutePage } from '@/features/region/routes/route-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/my-route')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RouteOwn'),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(routes.own());
    return messages('routes');
  },
  component: RoutePage,
});
