import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ImportsPage } from '@/features/common/imports/imports-page';
import { OutsideInstrument, useOutsideInstrument } from '@/features/region/diagnosis/outside-instrument';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id } from '@/shared/url/search';

export const Route = createFileRoute('/_app/school/$orgId/outside-results')({
  validateSearch: z.object({ instrument: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'DiagnosisImport'),
  loader: () => Promise.all([messages('diagnosis'), messages('imports')]),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { orgId: organizationId } = Route.useParams();
    const of = useOutsideInstrument(organizationId, Route.useSearch().instrument);
    return (
      <ImportsPage
        target={{ kind: 'DiagnosisResults', organizationId, instrumentId: of.chosen?.id ?? '' }}
        ready={of.chosen !== undefined}
        onSent={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
      >
        <OutsideInstrument
          organizationId={organizationId}
          of={of}
          onChoose={(instrument) => void navigate({ search: { instrument }, replace: true })}
        />
      </ImportsPage>
    );
  },
});
