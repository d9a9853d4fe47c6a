import { createFileRoute } from '@tanstack/react-router';
import { imports, type Target } from '@/features/common/imports/api';
import { ImportsPage } from '@/features/common/imports/imports-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

const register: Target = { kind: 'OrganizationRegister' };

export const Route = createFileRoute('/_app/admin/imports')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'OrganizationImport'),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(imports.list(register));
    return messages('imports');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    return (
      <ImportsPage
        target={register}
        onSent={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
      />
    );
  },
});
