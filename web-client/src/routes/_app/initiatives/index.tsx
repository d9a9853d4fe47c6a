import { createFileRoute } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { InitiativesPage } from '@/features/region/initiatives/initiatives-page';
import { scopes, statuses, type InitiativesSearch } from '@/features/region/initiatives/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';
import { code, oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/initiatives/')({
  validateSearch: z.object({ q: text, own: oneOf('yes'), scope: oneOf(...scopes), status: oneOf(...statuses), area: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'InitiativeRead'),
  loader: () => messages('initiatives'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const posts = useQuery({ ...workplaces(), enabled: Boolean(me.personId) }).data ?? [];
    const places = posts.map(({ organizationId, organizationName }) => ({ id: organizationId, name: organizationName }));
    return <InitiativesPage search={Route.useSearch()} onSearch={useSearchChange<InitiativesSearch>()} places={places} />;
  },
});
