import { api, data } from '@/shared/api/client';
import type { Body, BodyCard, Opening, Supported } from './api';

type Header = Record<string, string>;

export const supportActs = {
  open: (organizationId: string, body: Opening, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/support-links', { params: { path: { organizationId }, header }, body })),
  revise: (organizationId: string, { id: linkId, version }: Supported, body: { startsOn: string; endsOn: string | null; agreement: string }) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/support-links/{linkId}', {
        params: { path: { organizationId, linkId } },
        body: { version, ...body },
      }),
    ),
  end: (organizationId: string, { id: linkId, version }: Supported, on: string, reason: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/support-links/{linkId}/end', {
        params: { path: { organizationId, linkId } },
        body: { version, on, reason },
      }),
    ),
  addBody: (code: string, kind: string, card: BodyCard, header: Header) =>
    data(api.POST('/api/v1/territories/{territoryCode}/bodies', { params: { path: { territoryCode: code }, header }, body: { kind, card } })),
  reviseBody: ({ id: organizationId, version }: Body, card: BodyCard) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/body', { params: { path: { organizationId } }, body: { version, card } })),
};
