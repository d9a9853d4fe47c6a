import { createFileRoute } from '@tanstack/react-router';
import { imports } from '@/features/common/imports/api';
import { ImportPage } from '@/features/common/imports/import-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/imports/$importId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'RosterImport', 'OrganizationImport', 'DiagnosisImport'),
  loader: ({ context: { queryClient }, params: { importId } }) =>
    Promise.all([queryClient.ensureQueryData(imports.detail(importId)), messages('imports')]),
  component: function Page() {
    return <ImportPage importId={Route.useParams().importId} />;
  },
});
