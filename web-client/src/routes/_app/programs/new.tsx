import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ProgramEditor } from '@/features/programs/program-editor';
import { useForms } from '@/features/setup/use-forms';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { text } from '@/shared/url/search';

export const Route = createFileRoute('/_app/programs/new')({
  validateSearch: z.object({ org: z.string(), mentee: text, menteeName: text, mentor: text, mentorName: text }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProgramWrite'),
  loader: () => messages('programs'),
  component: function Page() {
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    const { org, mentee, menteeName = '', mentor, mentorName = '' } = Route.useSearch();
    return (
      <ProgramEditor
        organizationId={org}
        mayCompose={may(me, 'TemplateWrite')}
        forms={useForms(me, org)}
        {...(mentee ? { mentee: { personId: mentee, name: menteeName, ...(mentor ? { mentor: { personId: mentor, name: mentorName } } : {}) } } : {})}
        onSaved={(programId) =>
          navigate({ to: '/programs/$programId', params: { programId }, replace: true })
        }
      />
    );
  },
});
