import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SchoolResultsPage } from '@/features/school/pupil-results/school-page';
import { kinds, schoolViews, type SchoolSearch } from '@/features/school/pupil-results/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/pupil-results')({
  validateSearch: z.object({ view: oneOf(...schoolViews), year: z.catch(z.optional(z.int()), undefined), kind: oneOf(...kinds), subject: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PupilResultRead'),
  loader: () => messages('pupil-results'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const list = useWords<SchoolSearch>(Route.useSearch());
    return <SchoolResultsPage organizationId={Route.useParams().orgId} {...list} mayImport={may(me, 'PupilResultImport')} />;
  },
});
