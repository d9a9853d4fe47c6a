import { api, data } from '@/shared/api/client';
import type { OfferCard, OwnOffer, OwnRequest, SchoolOffer, SchoolRequest } from './api';
import type { Seeker } from './search';

type Header = Record<string, string>;

const ofSchool = ({ id: offerId, organizationId }: SchoolOffer) => ({ organizationId, offerId });
const ofRequest = ({ id: requestId, schoolId: organizationId }: SchoolRequest) => ({ organizationId, requestId });

export const offerActs = {
  make: (organizationId: string, card: OfferCard, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/mentor-offers', { params: { path: { organizationId }, header }, body: { card } })),
  revise: ({ id: offerId, version }: OwnOffer, card: OfferCard) =>
    data(api.PUT('/api/v1/mentor-offers/{offerId}', { params: { path: { offerId } }, body: { version, card } })),
  withdraw: ({ id: offerId, version }: OwnOffer, reason: string) =>
    data(api.POST('/api/v1/mentor-offers/{offerId}/withdraw', { params: { path: { offerId } }, body: { version, reason: reason || null } })),
  agree: (offer: SchoolOffer) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/mentor-offers/{offerId}/agree', {
        params: { path: ofSchool(offer) },
        body: { version: offer.version },
      }),
    ),
  decline: (offer: SchoolOffer, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/mentor-offers/{offerId}/decline', {
        params: { path: ofSchool(offer) },
        body: { version: offer.version, reason },
      }),
    ),
  ask: (offerId: string, { organizationId, menteeId }: Seeker, words: string, header: Header) =>
    menteeId
      ? data(
          api.POST('/api/v1/organizations/{organizationId}/offer-requests', {
            params: { path: { organizationId }, header },
            body: { offerId, menteeId, words },
          }),
        )
      : data(api.POST('/api/v1/mentor-offers/{offerId}/ask', { params: { path: { offerId }, header }, body: { organizationId, words } })),
  takeBack: ({ id: requestId, version }: OwnRequest) =>
    data(api.POST('/api/v1/me/offer-requests/{requestId}/withdraw', { params: { path: { requestId } }, body: { version } })),
  send: (request: SchoolRequest) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/offer-requests/{requestId}/agree', {
        params: { path: ofRequest(request) },
        body: { version: request.version },
      }),
    ),
  refuse: (request: SchoolRequest, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/offer-requests/{requestId}/refuse', {
        params: { path: ofRequest(request) },
        body: { version: request.version, reason },
      }),
    ),
};
