import { createFileRoute } from '@tanstack/react-router';
import { TutoringOnePage } from '@/features/region/tutors/one-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/tutoring/$tutoringId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => messages('tutors'),
  component: function Page() {
    return <TutoringOnePage tutoringId={Route.useParams().tutoringId} />;
  },
});
