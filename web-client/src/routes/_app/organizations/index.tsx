import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import type { OrganizationSearch } from '@/features/common/organizations/api';
import { keptRegions } from '@/features/common/organizations/kept-regions';
import { OrganizationsPage } from '@/features/common/organizations/organizations-page';
import { useOwnPlace } from '@/features/common/organizations/own-place';
import { messages } from '@/shared/i18n';
import { may } from '@/shared/me/permissions';
import { code, oneOf, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/organizations/')({
  validateSearch: z.object({ q: text, region: code, municipality: code, kind: code, status: oneOf('Open', 'Closed'), unplaced: oneOf('yes') }),
  loader: () => messages('organizations'),
  component: function Page() {
    const change = useSearchChange<OrganizationSearch>();
    const { me } = Route.useRouteContext();
    return (
      <OrganizationsPage
        search={Route.useSearch()}
        own={useOwnPlace(me)}
        onSearch={change}
        mayPlace={may(me, 'OrganizationManage')}
        kept={keptRegions(me.assignments)}
      />
    );
  },
});
