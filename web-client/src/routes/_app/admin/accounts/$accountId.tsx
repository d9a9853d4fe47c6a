import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '@/features/common/accounts/account-page';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/admin/accounts/$accountId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loader: () => messages('admin'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <AccountPage accountId={Route.useParams().accountId} mayReadStaff={may(me, 'StaffRead')} />;
  },
});
