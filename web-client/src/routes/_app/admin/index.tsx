import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { AdminPage } from '@/features/common/admin/admin-page';
import { adminTabs, type AdminTab } from '@/features/common/admin/admin-tabs';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf, patch } from '@/shared/url/search';

type Search = { tab?: AdminTab | undefined };

export const Route = createFileRoute('/_app/admin/')({
  validateSearch: z.object({ tab: oneOf(...adminTabs) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ReferenceWrite'),
  loader: () => messages('admin'),
  component: function Page() {
    const { tab = 'territories' } = Route.useSearch();
    const navigate = Route.useNavigate();
    return (
      <AdminPage
        tab={tab}
        onTab={(next) =>
          void navigate({ search: patch<Search>({ tab: next === 'territories' ? undefined : next }), replace: true })
        }
      />
    );
  },
});
