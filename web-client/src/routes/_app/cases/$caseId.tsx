import { createFileRoute } from '@tanstack/react-router';
import { cases } from '@/features/school/arbitration/api';
import { CasePage } from '@/features/school/arbitration/case-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/cases/$caseId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CaseOpen'),
  loader: ({ context: { queryClient }, params: { caseId } }) =>
    Promise.all([queryClient.ensureQueryData(cases.detail(caseId)), messages('arbitration')]),
  component: function Page() {
    return <CasePage caseId={Route.useParams().caseId} />;
  },
});
