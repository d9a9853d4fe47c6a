import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ActPage } from '@/features/school/local-acts/act-page';
import { acts, type Act } from '@/features/school/local-acts/api';
import { actTabs, type ActTab } from '@/features/school/local-acts/tabs';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { later } from '@/shared/ui/later';
import { oneOf, patch } from '@/shared/url/search';

const PutOnAgenda = later(async () => {
  const [part] = await Promise.all([import('@/features/school/councils/put-on-agenda'), messages('councils')]);
  return part.PutOnAgenda;
});

type Search = { tab?: ActTab | undefined };

export const Route = createFileRoute('/_app/documents/$actId')({
  validateSearch: z.object({ tab: oneOf(...actTabs) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ActRead'),
  loader: ({ context: { queryClient }, params: { actId } }) =>
    Promise.all([queryClient.ensureQueryData(acts.detail(actId)), messages('local-acts')]),
  component: function Page() {
    const { actId } = Route.useParams();
    const { me } = Route.useRouteContext();
    const navigate = Route.useNavigate();
    const open = (id: string) => void navigate({ to: '/documents/$actId', params: { actId: id } });
    const onTab = (tab: ActTab | undefined) => void navigate({ search: patch<Search>({ tab }), replace: true });
    const shared = { actId, mayWrite: may(me, 'ActWrite'), seesDrafts: may(me, 'ActWrite') || may(me, 'ActApprove') || may(me, 'ActPropose') };
    const more = may(me, 'CouncilWork')
      ? ({ id, organizationId, title }: Act) => <PutOnAgenda organizationId={organizationId} actId={id} title={title} />
      : undefined;
    return <ActPage key={actId} {...shared} tab={Route.useSearch().tab} onTab={onTab} onOpen={open} more={more} />;
  },
});
