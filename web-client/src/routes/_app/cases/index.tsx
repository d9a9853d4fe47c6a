import { createFileRoute } from '@tanstack/react-router';
import { cases } from '@/features/school/arbitration/api';
import { CasesPage } from '@/features/school/arbitration/cases-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/cases/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'CaseOpen'),
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureInfiniteQueryData(cases.list()), queryClient.ensureQueryData(cases.places()), messages('arbitration')]),
  component: CasesPage,
});
