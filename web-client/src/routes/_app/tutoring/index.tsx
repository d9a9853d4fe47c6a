import { createFileRoute } from '@tanstack/react-router';
import { TuteesPage } from '@/features/region/tutors/tutees-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/tutoring/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => messages('tutors'),
  component: function Page() {
    return <TuteesPage {...useWords<{ q?: string | undefined }>({})} />;
  },
});
