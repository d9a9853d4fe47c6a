import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { organizations, type OrganizationSearch } from '@/features/organizations/api';
import { OrganizationsPage } from '@/features/organizations/organizations-page';
import { messages } from '@/shared/i18n';
import { oneOf, patch, text } from '@/shared/url/search';

export const Route = createFileRoute('/_app/organizations/')({
  validateSearch: z.object({ q: text, region: text, municipality: text, kind: text, status: oneOf('Open', 'Closed') }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(organizations.list(deps));
    return messages('organizations');
  },
  component: function Page() {
    const navigate = Route.useNavigate();
    return (
      <OrganizationsPage
        search={Route.useSearch()}
        onSearch={(change) => void navigate({ search: patch<OrganizationSearch>(change), replace: true })}
      />
    );
  },
});
