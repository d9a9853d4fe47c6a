import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { programs } from '@/features/school/programs/api';
import { ProgramPage } from '@/features/school/programs/program-page';
import { programTabs, type ProgramTab } from '@/features/school/programs/search';
import { messages } from '@/shared/i18n';
import { may } from '@/shared/me/permissions';
import { Near } from '@/shared/ui/near';
import { oneOf, patch } from '@/shared/url/search';

const Meetings = lazyRouteComponent(() => import('@/features/school/meetings/meetings'), 'Meetings');

const OfCouncil = lazyRouteComponent(() => import('@/features/school/evaluations/program-evaluations'), 'ProgramEvaluations');

const OfImpact = lazyRouteComponent(async () => {
  await messages('impact');
  return import('@/features/school/impact/of-program');
}, 'ImpactOfProgram');

const OfBank = lazyRouteComponent(() => import('@/features/school/practices/of-program'), 'PracticesOfProgram');

type Search = { tab?: ProgramTab | undefined };

export const Route = createFileRoute('/_app/programs/$programId/')({
  validateSearch: z.object({ tab: oneOf(...programTabs) }),
  loader: ({ context: { queryClient }, params: { programId } }) =>
    Promise.all([
      queryClient.ensureQueryData(programs.detail(programId)),
      messages('programs'),
      messages('meetings'),
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
        ofImpact={<OfImpact programId={programId} />}
        ofBank={
          <Near>
            <OfBank programId={programId} mayOpen={may(me, 'PracticeShare')} />
          </Near>
        }
        meetings={(allowed, goals) => <Meetings programId={programId} may={allowed} goals={goals} />}
      />
    );
  },
});
