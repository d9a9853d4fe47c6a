import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import type { AccountFilters } from '@/features/common/accounts/api';
import { AdminPage } from '@/features/common/admin/admin-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { later } from '@/shared/ui/later';
import { code, patch } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

const AccountList = later(async () => (await import('@/features/common/accounts/account-list')).AccountList);

type Search = { tab?: string | undefined };

export const Route = createFileRoute('/_app/admin/')({
  validateSearch: z.object({ tab: code, state: code, role: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ReferenceWrite'),
  loader: () => messages('admin'),
  component: function Page() {
    const { tab, ...filters } = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <AdminPage
        tab={tab}
        onTab={(next) => void navigate({ search: patch<Search>({ tab: next === 'accounts' ? undefined : next }), replace: true })}
        accounts={<AccountList {...useWords<AccountFilters>(filters)} />}
      />
    );
  },
});
