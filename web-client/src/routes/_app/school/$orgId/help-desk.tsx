import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DeskPage } from '@/features/region/help-desk/desk-page';
import { deskTabs, queueViews, type DeskSearch } from '@/features/region/help-desk/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/school/$orgId/help-desk')({
  validateSearch: z.object({ tab: oneOf(...deskTabs), view: oneOf(...queueViews), form: code, area: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'HelpAnswer'),
  loader: () => messages('help-desk'),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return (
      <DeskPage organizationId={Route.useParams().orgId} leads={may(me, 'HelpLead')} {...useWords<DeskSearch>(Route.useSearch())} />
    );
  },
});
