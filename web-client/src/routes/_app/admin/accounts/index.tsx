import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { AccountsPage } from '@/features/common/accounts/accounts-page';
import type { AccountFilters } from '@/features/common/accounts/api';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, id } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/admin/accounts/')({
  validateSearch: z.object({ state: code, role: code, organizationId: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'AccountManage'),
  loader: () => messages('admin'),
  component: function Page() {
    return <AccountsPage {...useWords<AccountFilters>(Route.useSearch())} />;
  },
});
