import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { tutorTabs, type TutorsSearch } from '@/features/region/tutors/search';
import { TutorsPage } from '@/features/region/tutors/tutors-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/tutors')({
  validateSearch: z.object({ tab: oneOf(...tutorTabs), zone: code, sector: code, show: oneOf('free', 'former') }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TutorManage'),
  loader: () => messages('tutors'),
  component: function Page() {
    return <TutorsPage organizationId={Route.useParams().orgId} {...useWords<TutorsSearch>(Route.useSearch())} />;
  },
});
