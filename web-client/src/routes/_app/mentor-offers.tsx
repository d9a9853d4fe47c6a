import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { PlaceFilter } from '@/features/common/organizations/place-filter';
import { matching } from '@/features/school/matching/api';
import { OffersPage } from '@/features/school/offers/offers-page';
import { ownViews, type OffersSearch } from '@/features/school/offers/search';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';
import { workplaces } from '@/shared/me/workplaces';
import { code, oneOf } from '@/shared/url/search';
import { useWords } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/mentor-offers')({
  validateSearch: z.object({
    view: oneOf(...ownViews),
    area: code,
    form: code,
    kind: code,
    region: code,
    territory: code,
    remote: oneOf('yes'),
    free: oneOf('yes'),
  }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'OfferUse'),
  loader: () => Promise.all([messages('offers'), messages('organizations')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    const isPerson = Boolean(me.personId);
    const posts = useQuery({ ...workplaces(), enabled: isPerson }).data ?? [];
    // A curator asks for those who wait for a mentor at the own school, whoever else works somewhere for themselves.
    const school = may(me, 'OfferDecide') && may(me, 'MatchManage') ? me.assignments.find(({ role }) => role === 'Curator')?.organizationId : undefined;
    const board = useQuery({ ...matching.board(school ?? ''), enabled: Boolean(school) }).data;
    const seekers = school
      ? (board?.mentees ?? []).map(({ personId, name }) => ({ name, organizationId: school, menteeId: personId }))
      : posts.map(({ organizationId, organizationName }) => ({ name: organizationName, organizationId }));
    const places = posts.map(({ organizationId, organizationName, mentor }) => ({
      id: organizationId,
      name: organizationName,
      confirmed: mentor === 'Confirmed',
    }));
    const asked = useWords<OffersSearch>(Route.useSearch());
    const place = (
      <PlaceFilter
        region={asked.search.region}
        municipality={asked.search.territory}
        onChange={({ region, municipality }) => asked.onSearch({ region, territory: municipality })}
      />
    );
    return <OffersPage {...asked} isPerson={isPerson} places={places} seekers={seekers} place={place} />;
  },
});
