import { createFileRoute } from '@tanstack/react-router';
import { DiagnosisPage } from '@/features/region/diagnosis/diagnosis-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/diagnoses/$diagnosisId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'DiagnosisRead'),
  loader: () => messages('diagnosis'),
  component: function Page() {
    return <DiagnosisPage diagnosisId={Route.useParams().diagnosisId} />;
  },
});
