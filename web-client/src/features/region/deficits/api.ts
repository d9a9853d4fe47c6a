import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Deficits = Schemas['GetTerritoryDeficitsResult'];
export type Area = Schemas['GetTerritoryDeficitsArea'];

export const deficits = {
  of: (code: string) =>
    queryOptions({
      queryKey: ['deficits', code],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/territories/{territoryCode}/deficits', { params: { path: { territoryCode: code } }, signal })),
    }),

  file: (code: string) => `/api/v1/territories/${code}/deficits.csv`,
};
