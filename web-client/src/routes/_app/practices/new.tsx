import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { practices } from '@/features/school/practices/api';
import { PracticeEditor } from '@/features/school/practices/practice-editor';
import { NoBank } from '@/features/school/practices/practices-page';
import { schoolOf } from '@/features/school/practices/where';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id } from '@/shared/url/search';

export const Route = createFileRoute('/_app/practices/new')({
  validateSearch: z.object({ org: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PracticeShare'),
  loader: async ({ context: { queryClient } }) => {
    const [schools] = await Promise.all([queryClient.ensureQueryData(practices.schools()), messages('practices')]);
    return { schools };
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    const school = schoolOf(Route.useLoaderData().schools, me, Route.useSearch().org);
    if (!school) return <NoBank />;
    return (
      <PracticeEditor
        organizationId={school.id}
        personId={me.personId ?? undefined}
        onSaved={(practiceId) => navigate({ to: '/practices/$practiceId', params: { practiceId }, replace: true })}
      />
    );
  },
});
