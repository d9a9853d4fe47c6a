import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '@/features/common/accounts/account-page';
import { accounts } from '@/features/common/accounts/api';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/admin/accounts/$accountId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loader: ({ context: { queryClient }, params: { accountId } }) =>
    Promise.all([queryClient.ensureQueryData(accounts.detail(accountId)), messages('accounts')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <AccountPage accountId={Route.useParams().accountId} mayReadStaff={may(me, 'StaffRead')} />;
  },
});
