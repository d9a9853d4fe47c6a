import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { programs } from '@/features/programs/api';
import { ProgramPage } from '@/features/programs/program-page';
import { programTabs, type ProgramTab } from '@/features/programs/search';
import { messages } from '@/shared/i18n';
import { oneOf, patch } from '@/shared/url/search';

const Meetings = lazyRouteComponent(() => import('@/features/meetings/meetings'), 'Meetings');

const OfCouncil = lazyRouteComponent(() => import('@/features/councils/program-evaluations'), 'ProgramEvaluations');

type Search = { tab?: ProgramTab | undefined };

export const Route = createFileRoute('/_app/programs/$programId/')({
  validateSearch: z.object({ tab: oneOf(...programTabs) }),
  loader: ({ context: { queryClient }, params: { programId } }) =>
    Promise.all([
      queryClient.ensureQueryData(programs.detail(programId)),
      messages('programs'),
      messages('meetings'),
      messages('councils'),
    ]),
  component: function Page() {
    const { programId } = Route.useParams();
    const { tab = 'program' } = Route.useSearch();
    const navigate = Route.useNavigate();
    const { me } = Route.useRouteContext();
    return (
      <ProgramPage
        programId={programId}
        me={me}
        tab={tab}
        onTab={(next) =>
          void navigate({
            search: patch<Search>({ tab: next === 'program' ? undefined : next }),
            replace: true,
          })
        }
        ofCouncil={<OfCouncil programId={programId} />}
        meetings={(may, goals) => <Meetings programId={programId} may={may} goals={goals} />}
      />
    );
  },
});
