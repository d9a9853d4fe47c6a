import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ActPaper } from '@/features/school/local-acts/act-paper';
import { reports, schoolYearOf } from '@/features/school/reports/api';
import { ReportPage } from '@/features/school/reports/report-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { today } from '@/shared/i18n/dates';

export const Route = createFileRoute('/_app/school/$orgId/report')({
  validateSearch: z.object({ year: z.catch(z.optional(z.int()), undefined) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SetupRead'),
  loaderDeps: ({ search: { year = schoolYearOf(new Date(`${today()}T00:00`)) } }) => ({ year }),
  loader: ({ context: { queryClient }, deps: { year }, params: { orgId } }) =>
    Promise.all([queryClient.ensureQueryData(reports.detail(orgId, year)), messages('reports')]),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { year = schoolYearOf(new Date(`${today()}T00:00`)) } = Route.useSearch();
    return (
      <ReportPage
        organizationId={Route.useParams().orgId}
        schoolYear={year}
        onYear={(next) => void navigate({ search: { year: next } })}
        paper={(blocks, label) => <ActPaper blocks={blocks} label={label} />}
      />
    );
  },
});
