import { createFileRoute } from '@tanstack/react-router';
import { settings } from '@/features/common/settings/api';
import { RolesToConfirmPage } from '@/features/common/settings/roles-to-confirm-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/role-proposals')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RoleConfirm'),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(settings.toConfirm());
    return messages('settings');
  },
  component: RolesToConfirmPage,
});
