import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { AccountsPage } from '@/features/common/accounts/accounts-page';
import { accountRoles, accounts, accountStates, type AccountSearch } from '@/features/common/accounts/api';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/admin/accounts/')({
  validateSearch: z.object({ state: oneOf(...accountStates), role: oneOf(...accountRoles), organizationId: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(accounts.list(deps));
    return messages('accounts');
  },
  component: function Page() {
    return <AccountsPage {...useWords<AccountSearch>(Route.useSearch())} />;
  },
});
