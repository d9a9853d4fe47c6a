import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { accountRoles, accountStates, type AccountSearch } from '@/features/common/accounts/api';
import { AdminPage } from '@/features/common/admin/admin-page';
import { adminTabs, type AdminTab } from '@/features/common/admin/admin-tabs';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { later } from '@/shared/ui/later';
import { oneOf, patch } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

const AccountList = later(async () => (await import('@/features/common/accounts/account-list')).AccountList);

type Search = { tab?: AdminTab | undefined };

export const Route = createFileRoute('/_app/admin/')({
  validateSearch: z.object({ tab: oneOf(...adminTabs), state: oneOf(...accountStates), role: oneOf(...accountRoles) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ReferenceWrite'),
  loader: () => Promise.all([messages('admin'), messages('accounts')]),
  component: function Page() {
    const { tab = 'accounts', ...filters } = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <AdminPage
        tab={tab}
        onTab={(next) => void navigate({ search: patch<Search>({ tab: next === 'accounts' ? undefined : next }), replace: true })}
        accounts={<AccountList {...useWords<AccountSearch>(filters)} />}
      />
    );
  },
});
