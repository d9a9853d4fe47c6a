import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ResourcesPage } from '@/features/region/resources/resources-page';
import { formats, type ResourcesSearch } from '@/features/region/resources/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, id, oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/resources/')({
  validateSearch: z.object({ q: text, kind: code, area: code, format: oneOf(...formats), free: oneOf('yes'), body: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ResourceRead'),
  loader: () => messages('resources'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const keeps = me.assignments.find(({ role }) => role === 'CentreHead' || role === 'Methodologist')?.organizationId ?? undefined;
    return <ResourcesPage search={Route.useSearch()} onSearch={useSearchChange<ResourcesSearch>()} keeps={keeps} />;
  },
});
