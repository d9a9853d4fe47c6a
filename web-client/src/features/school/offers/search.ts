import type { components } from '@/shared/api/schema';
import type { Tone } from '@/shared/ui/status-tag';

type Schemas = components['schemas'];
export type OfferStatus = Schemas['OfferStatus'];
export type OfferRequestStatus = Schemas['OfferRequestStatus'];

export const scopes = ['Municipality', 'Region', 'Country'] as const satisfies readonly Schemas['OfferScope'][];
export const offerStatuses = ['Proposed', 'Open', 'Declined', 'Withdrawn', 'Ended'] as const satisfies readonly OfferStatus[];
export const directions = ['Out', 'In'] as const satisfies readonly Schemas['OfferDirection'][];
export const ownViews = ['asked', 'mine'] as const;

/** What the list of offers is narrowed by; words may be a mentor's name and stay out of the address. */
export type OffersSearch = {
  q?: string | undefined;
  view?: (typeof ownViews)[number] | undefined;
  area?: string | undefined;
  form?: string | undefined;
  kind?: string | undefined;
  region?: string | undefined;
  /** A municipality of that region. */
  territory?: string | undefined;
  remote?: 'yes' | undefined;
  free?: 'yes' | undefined;
};

export type SchoolOffersSearch = {
  view?: 'requests' | undefined;
  status?: OfferStatus | undefined;
  direction?: (typeof directions)[number] | undefined;
};

export const offerTones: Record<OfferStatus, Tone> = { Proposed: 'wait', Open: 'ok', Declined: 'risk', Withdrawn: 'off', Ended: 'off' };

export const requestTones: Record<OfferRequestStatus, Tone> = { Asked: 'wait', Sent: 'ok', Refused: 'risk', Withdrawn: 'off', Closed: 'off' };

export const pairTones: Record<Schemas['MatchRequestStatus'], Tone> = { Requested: 'wait', Accepted: 'ok', Declined: 'risk', Expired: 'off', Closed: 'off' };

/** Somebody for whom a mentor can be asked: oneself, or a mentee of the school. */
export type Seeker = { name: string; organizationId: string; menteeId?: string };

/** Where the reader works; with a confirmed profile one offers help from there. */
export type Workplace = { id: string; name: string; confirmed: boolean };
