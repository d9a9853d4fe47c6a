import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { EventsPage } from '@/features/school/events/events-page';
import { eventKinds, eventStatuses, type EventsSearch } from '@/features/school/events/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/events')({
  validateSearch: z.object({ q: text, status: oneOf(...eventStatuses), kind: oneOf(...eventKinds) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'EventRead'),
  loader: () => messages('events'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const change = useSearchChange<EventsSearch>();
    return (
      <EventsPage
        organizationId={Route.useParams().orgId}
        mayManage={may(me, 'EventManage')}
        maySite={may(me, 'SiteWrite')}
        search={Route.useSearch()}
        onSearch={change}
      />
    );
  },
});
