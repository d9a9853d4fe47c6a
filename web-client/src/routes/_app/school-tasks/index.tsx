import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { SchoolTasksPage, type Setter } from '@/features/region/initiatives/school-tasks-page';
import type { SchoolTasksSearch } from '@/features/region/initiatives/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id, oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

const roles = ['MunicipalCoordinator', 'RegionalCoordinator', 'CentreHead', 'Methodologist'];

export const Route = createFileRoute('/_app/school-tasks/')({
  validateSearch: z.object({ q: text, waiting: oneOf('yes'), initiative: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SchoolTaskSet'),
  loader: () => messages('initiatives'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const held = me.assignments.filter(({ role }) => roles.includes(role));
    const one = held.find((of) => of.id === me.activeAssignmentId) ?? held[0];
    const setter: Setter = one?.territoryCode
      ? { territoryCode: one.territoryCode, level: one.territoryLevel ?? '', name: one.territoryName ?? '' }
      : { bodyId: one?.organizationId ?? '', name: one?.organizationName ?? '' };
    return <SchoolTasksPage setter={setter} search={Route.useSearch()} onSearch={useSearchChange<SchoolTasksSearch>()} />;
  },
});
