import { createFileRoute } from '@tanstack/react-router';
import { organizations } from '@/features/organizations/api';
import { OrganizationPage } from '@/features/organizations/organization-page';
import { messages } from '@/shared/i18n';

export const Route = createFileRoute('/_app/organizations/$organizationId')({
  loader: ({ context: { queryClient }, params: { organizationId } }) =>
    Promise.all([
      queryClient.ensureQueryData(organizations.detail(organizationId)),
      messages('organizations'),
    ]),
  component: function Page() {
    return <OrganizationPage organizationId={Route.useParams().organizationId} />;
  },
});
