import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { AppointCurator } from '@/features/common/settings/appoint-curator';
import { setup } from '@/features/school/setup/api';
import { SetupPage } from '@/features/school/setup/setup-page';
import { setupTabs, type SetupTab } from '@/features/school/setup/tabs';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/setup')({
  validateSearch: z.object({ tab: oneOf(...setupTabs) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SetupRead'),
  loader: ({ context: { queryClient }, params: { orgId } }) =>
    Promise.all([queryClient.ensureQueryData(setup.of(orgId)), messages('setup'), messages('settings')]),
  component: function Page() {
    const { orgId } = Route.useParams();
    const { tab = 'steps' } = Route.useSearch();
    const { me } = Route.useRouteContext();
    const change = useSearchChange<{ tab?: SetupTab | undefined }>();
    const onTab = (next: SetupTab) => change({ tab: next === 'steps' ? undefined : next });
    const appoint = may(me, 'AccountManage') && <AppointCurator organizationId={orgId} />;
    const leads = { people: may(me, 'StaffRead'), programs: may(me, 'ProgramRead'), roles: may(me, 'AccountManage') };
    return <SetupPage organizationId={orgId} tab={tab} onTab={onTab} mayWrite={may(me, 'SetupWrite')} appoint={appoint} leads={leads} />;
  },
});
