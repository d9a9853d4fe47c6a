import { createFileRoute } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { MyPage } from '@/features/region/help-desk/my-page';
import { helpStatuses, type MineSearch } from '@/features/region/help-desk/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';
import { id, oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/help-desk/')({
  validateSearch: z.object({ org: id, status: oneOf(...helpStatuses) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'HelpDesk'),
  loader: () => messages('help-desk'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const posts = useQuery({ ...workplaces(), enabled: Boolean(me.personId) }).data ?? [];
    const employers = posts.map(({ organizationId, organizationName }) => ({ id: organizationId, name: organizationName }));
    const held = me.assignments.flatMap(({ organizationId, organizationName, role }) =>
      organizationId && organizationName ? [{ id: organizationId, name: organizationName, role }] : [],
    );
    const led = held.filter(({ role }) => role === 'Head' || role === 'Curator');
    const all = [...employers, ...led];
    return (
      <MyPage
        places={all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at)}
        led={led}
        search={Route.useSearch()}
        onSearch={useSearchChange<MineSearch>()}
      />
    );
  },
});
