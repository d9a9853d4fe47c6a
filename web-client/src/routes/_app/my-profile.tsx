import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { Entitlements } from '@/features/school/entitlements/entitlements';
import { MyProfilePage } from '@/features/school/profiles/my-profile-page';
import { ownTabs, type OwnSearch } from '@/features/school/profiles/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';
import { later } from '@/shared/ui/later';
import { id, oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

const MyIncentives = later(async () => {
  const [part] = await Promise.all([import('@/features/school/incentives/my-incentives'), messages('incentives')]);
  return part.MyIncentives;
});

export const Route = createFileRoute('/_app/my-profile')({
  validateSearch: z.object({ tab: oneOf(...ownTabs), org: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ProfileOwn'),
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(workplaces()), messages('profiles'), messages('entitlements')]),
  component: function Page() {
    const change = useSearchChange<OwnSearch>();
    return (
      <MyProfilePage
        search={Route.useSearch()}
        onSearch={change}
        entitlements={(place) => <Entitlements organizationId={place.organizationId} personId={place.personId} />}
        incentives={<MyIncentives />}
      />
    );
  },
});
