import { createFileRoute } from '@tanstack/react-router';
import { SharedDiagnoses } from '@/features/region/diagnosis/shared-of';
import { NoRoute } from '@/features/region/routes/no-route';
import { RouteRead } from '@/features/region/routes/route-read';
import { TutoringOnePage } from '@/features/region/tutors/one-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/tutoring/$tutoringId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => Promise.all([messages('tutors'), messages('routes'), messages('diagnosis')]),
  component: function Page() {
    return (
      <TutoringOnePage
        tutoringId={Route.useParams().tutoringId}
        beside={({ side, status, routeId, personId }) =>
          side === 'Tutor' &&
          status === 'Active' && (
            <>
              {routeId ? <RouteRead routeId={routeId} /> : <NoRoute />}
              <SharedDiagnoses personId={personId} />
            </>
          )
        }
      />
    );
  },
});
