import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { doorsOf } from '@/app/doors';
import { organizations } from '@/features/common/organizations/api';
import { keptRegions } from '@/features/common/organizations/kept-regions';
import { OrganizationPage, type Door } from '@/features/common/organizations/organization-page';
import { messages } from '@/shared/i18n';
import type { Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/organizations/$organizationId')({
  loader: ({ context: { queryClient }, params: { organizationId } }) =>
    Promise.all([
      queryClient.ensureQueryData(organizations.detail(organizationId)),
      messages('organizations'),
    ]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const kept = keptRegions(me.assignments);
    const keeps = (region: string) => may(me, 'OrganizationManage') && (kept?.includes(region) ?? true);
    return <OrganizationPage organizationId={Route.useParams().organizationId} keeps={keeps} doors={useDoors(me)} />;
  },
});

function useDoors(me: Me) {
  const { t } = useTranslation();
  return (organization: { id: string; regionCode: string; territoryCode: string }): Door[] =>
    doorsOf(me, organization).map(({ label, link }) => ({ name: t(`nav.${label}`), link }));
}
