import { createFileRoute } from '@tanstack/react-router';
import { MyTutorPage } from '@/features/region/tutors/my-tutor-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/my-tutor')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => messages('tutors'),
  component: MyTutorPage,
});
