import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import type { Me } from '@/shared/me/api';
import { territoryLine } from '@/shared/territories/api';
import type { OrganizationSearch } from './api';

/** Where somebody's work lies: a region, or a municipality in it. */
export type OwnPlace = { region: string; municipality?: string };

/** In the address: the whole country, for whom the list begins with a part of it. */
export const EVERYWHERE = 'RU';

/** The one region or municipality in which somebody's roles are held; nothing where there are several, or none. */
export async function ownPlace({ assignments, activeAssignmentId }: Me, client: QueryClient): Promise<OwnPlace | undefined> {
  const chosen = assignments.filter(({ id }) => id === activeAssignmentId);
  const places = (chosen.length ? chosen : assignments).filter(({ territoryCode }) => territoryCode);
  const [place] = places;
  if (!place?.territoryCode || places.some(({ territoryCode }) => territoryCode !== place.territoryCode)) return undefined;
  if (place.territoryLevel === 'Region') return { region: place.territoryCode };
  if (place.territoryLevel !== 'Municipality') return undefined;

  const { above } = await client.ensureQueryData(territoryLine(place.territoryCode));
  const region = above.find(({ level }) => level === 'Region');
  return region && { region: region.code, municipality: place.territoryCode };
}

/** The own place of whoever reads. */
export function useOwnPlace(me: Me) {
  const { data } = useSuspenseQuery({
    queryKey: ['territories', 'own', me],
    staleTime: Infinity,
    queryFn: async ({ client }) => (await ownPlace(me, client)) ?? null,
  });
  return data ?? undefined;
}

/** What is listed: the place of the address, else the own one. */
export function placed(search: OrganizationSearch, own: OwnPlace | undefined): OrganizationSearch {
  if (search.region === EVERYWHERE) return { ...search, region: undefined };
  const isOwn = own && !search.region && !search.municipality && !search.unplaced;
  return isOwn ? { ...search, ...own } : search;
}
