import { regions } from '@/shared/geo/regions';
import type { Assignment } from '@/shared/me/api';

/** The regions whose organizations the holder of these roles keeps, by code; `undefined` for the whole country. */
export function keptRegions(assignments: readonly Assignment[]): readonly string[] | undefined {
  const codes = new Set<string>();
  for (const { territoryCode, territoryLevel } of assignments) {
    if (territoryLevel === 'Federation') return undefined;
    if (territoryLevel === 'Region' && territoryCode) codes.add(territoryCode);
    if (territoryLevel === 'FederalDistrict')
      regions.filter(({ federalDistrict }) => federalDistrict === territoryCode).forEach(({ iso }) => codes.add(iso));
  }
  return [...codes];
}
