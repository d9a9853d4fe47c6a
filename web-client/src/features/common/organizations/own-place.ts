import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import type { Me } from '@/shared/me/api';
import { territoryLine } from '@/shared/territories/api';
import { organizations, type OrganizationSearch } from './api';

/** Where somebody's work lies: a region, or a municipality in it. */
export type OwnPlace = { region: string; municipality?: string };

/** In the address: the whole country, for whom the list begins with a part of it. */
export const EVERYWHERE = 'RU';

/** The one region or municipality in which somebody's roles are held, of a school's people the school's; nothing where there are several, or none. */
export async function ownPlace({ assignments, activeAssignmentId }: Me, client: QueryClient): Promise<OwnPlace | undefined> {
  const chosen = assignments.filter(({ id }) => id === activeAssignmentId);
  const held = chosen.length ? chosen : assignments;
  const territory = only(held.map(({ territoryCode }) => territoryCode));
  const school = territory ? undefined : only(held.map(({ organizationId }) => organizationId));
  const code = territory ?? (school && (await client.ensureQueryData(organizations.detail(school))).territoryCode);
  if (!code || code === EVERYWHERE) return undefined;

  const { level, above } = await client.ensureQueryData(territoryLine(code));
  if (level === 'Region') return { region: code };
  const region = above.find((one) => one.level === 'Region');
  return region && { region: region.code, municipality: code };
}

/** What is the same for all that have it. */
function only(codes: (string | null)[]) {
  const [first, ...others] = new Set(codes.filter((code) => code !== null));
  return others.length ? undefined : first;
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
