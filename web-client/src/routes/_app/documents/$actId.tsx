import { createFileRoute } from '@tanstack/react-router';
import { ActPage } from '@/features/local-acts/act-page';
import { acts } from '@/features/local-acts/api';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/documents/$actId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ActRead'),
  loader: ({ context: { queryClient }, params: { actId } }) =>
    Promise.all([queryClient.ensureQueryData(acts.detail(actId)), messages('local-acts')]),
  component: function Page() {
    const { actId } = Route.useParams();
    const navigate = Route.useNavigate();
    const open = (id: string) => void navigate({ to: '/documents/$actId', params: { actId: id } });
    return <ActPage key={actId} actId={actId} mayWrite={may(Route.useRouteContext().me, 'ActWrite')} onOpen={open} />;
  },
});
