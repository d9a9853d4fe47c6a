import { linkOptions } from '@tanstack/react-router';

/** Where instruments are looked at: at the body that uses and writes them, or for the region or the federation. */
export type InstrumentPlace = { organizationId: string; territory?: never; name?: never } | { territory: string; organizationId?: never; name?: string };

/** Whose instruments are asked for: those that are used at a body, those of a territory. */
export const reachOf = ({ organizationId, territory }: InstrumentPlace) => (organizationId ? { at: organizationId } : { territory: territory ?? '' });

/** The owner of what is drafted there; none for the federation. */
export const ownerOf = ({ organizationId, territory }: InstrumentPlace) =>
  organizationId ? { ownerOrganizationId: organizationId } : territory === 'RU' ? {} : { ownerRegion: territory ?? '' };

export const listOf = ({ organizationId, territory }: InstrumentPlace) =>
  organizationId
    ? linkOptions({ to: '/school/$orgId/instruments', params: { orgId: organizationId } })
    : linkOptions({ to: '/territory/$territory/instruments', params: { territory: territory ?? '' } });

export const pageOf = ({ organizationId, territory }: InstrumentPlace, instrumentId: string) =>
  organizationId
    ? linkOptions({ to: '/school/$orgId/instruments/$instrumentId', params: { orgId: organizationId, instrumentId } })
    : linkOptions({ to: '/territory/$territory/instruments/$instrumentId', params: { territory: territory ?? '', instrumentId } });
