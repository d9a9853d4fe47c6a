import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { OwnResultsPage } from '@/features/school/pupil-results/own-page';
import { kinds, ownViews, type OwnSearch } from '@/features/school/pupil-results/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';
import { oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/my-results')({
  validateSearch: z.object({ view: oneOf(...ownViews), year: z.catch(z.optional(z.int()), undefined), kind: oneOf(...kinds) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PupilResultRead'),
  loader: () => messages('pupil-results'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const { data: posts = [] } = useQuery({ ...workplaces(), enabled: Boolean(me.personId) });
    const places = posts.map(({ organizationId, organizationName }) => ({ id: organizationId, name: organizationName }));
    return <OwnResultsPage {...useWords<OwnSearch>(Route.useSearch())} personId={me.personId ?? ''} places={places} />;
  },
});
