import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { assignmentWith } from '@/app/nav';
import { PsychPage } from '@/features/school/psychology/psych-page';
import { psychTabs, type PsychTab } from '@/features/school/psychology/tabs';
import { messages } from '@/shared/i18n';
import { ForbiddenError, requirePermission } from '@/shared/me/permissions';
import { code, oneOf, patch } from '@/shared/url/search';

type Search = { tab?: PsychTab | undefined; open?: string | undefined };

export const Route = createFileRoute('/_app/psych')({
  validateSearch: z.object({ tab: oneOf(...psychTabs), open: code }),
  beforeLoad: ({ context: { me } }) => {
    requirePermission(me, 'PsychologyWork');
    const organizationId = assignmentWith(me, ({ role, organizationId: at }) => role === 'Psychologist' && at)?.organizationId;
    if (!organizationId) throw new ForbiddenError();
    return { organizationId };
  },
  loader: () => messages('psychology'),
  component: function Page() {
    const { tab = 'queue', open } = Route.useSearch();
    const { organizationId } = Route.useRouteContext();
    const navigate = Route.useNavigate();
    const go = (next: PsychTab, opened?: string) => void navigate({ search: patch<Search>({ tab: next, open: opened }) });
    return <PsychPage organizationId={organizationId} tab={tab} open={open} onTab={go} />;
  },
});
