import type { QueryClient } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { matching } from '@/features/school/matching/api';
import { ProgramEditor } from '@/features/school/programs/program-editor';
import { useForms } from '@/features/school/setup/use-forms';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { staff } from '@/shared/staff/api';
import { CODE, id } from '@/shared/url/search';

/** Whom the caller may not see is chosen by hand, save a mentor of another school with whom a pair was agreed. */
const named = async (client: QueryClient, person: string | undefined) =>
  person ? await client.ensureQueryData(staff.named(person)).catch(() => undefined) : undefined;

const mentorOf = async (client: QueryClient, org: string, person: string | undefined) => {
  const known = await named(client, person);
  if (known ?? !person) return known;
  const requests = await client.ensureQueryData(matching.requests(org)).catch(() => []);
  const pair = requests.find(({ mentorId, status }) => mentorId === person && status === 'Accepted');
  return pair && { id: pair.mentorId, name: pair.mentorName };
};

export const Route = createFileRoute('/_app/programs/new')({
  validateSearch: z.object({ org: z.string().check(z.regex(CODE)), mentee: id, mentor: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramWrite'),
  loaderDeps: ({ search: { org, mentee, mentor } }) => ({ org, mentee, mentor }),
  loader: async ({ context: { queryClient }, deps }) => {
    const [mentee, mentor] = await Promise.all([named(queryClient, deps.mentee), mentorOf(queryClient, deps.org, deps.mentor), messages('programs')]);
    return { mentee, mentor };
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    const { org } = Route.useSearch();
    return (
      <ProgramEditor
        organizationId={org}
        mayCompose={may(me, 'TemplateWrite')}
        forms={useForms(me, org)}
        pair={Route.useLoaderData()}
        onSaved={(programId) =>
          navigate({ to: '/programs/$programId', params: { programId }, replace: true })
        }
      />
    );
  },
});
