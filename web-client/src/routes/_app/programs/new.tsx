import type { QueryClient } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ProgramEditor } from '@/features/school/programs/program-editor';
import { useForms } from '@/features/school/setup/use-forms';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { staff } from '@/shared/staff/api';
import { CODE, id } from '@/shared/url/search';

/** Whom the caller may not see is chosen by hand. */
const named = async (client: QueryClient, person: string | undefined) =>
  person ? await client.ensureQueryData(staff.named(person)).catch(() => undefined) : undefined;

export const Route = createFileRoute('/_app/programs/new')({
  validateSearch: z.object({ org: z.string().check(z.regex(CODE)), mentee: id, mentor: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramWrite'),
  loaderDeps: ({ search: { mentee, mentor } }) => ({ mentee, mentor }),
  loader: async ({ context: { queryClient }, deps }) => {
    const [mentee, mentor] = await Promise.all([named(queryClient, deps.mentee), named(queryClient, deps.mentor), messages('programs')]);
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
