import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { tuteeTabs, type TuteesSearch } from '@/features/region/tutors/search';
import { TuteesPage } from '@/features/region/tutors/tutees-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { date, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/tutoring/')({
  validateSearch: z.object({ tab: oneOf(...tuteeTabs), day: date }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutoringRead'),
  loader: () => messages('tutors'),
  component: function Page() {
    return <TuteesPage {...useWords<TuteesSearch>(Route.useSearch())} />;
  },
});
