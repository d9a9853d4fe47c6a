import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export type Census = Schemas['GetCensusResult'];
export type Teacher = Schemas['GetCensusTeacher'];
export type Decision = NonNullable<Schemas['GetCensusTeacher']['decision']>;
export type Category = NonNullable<Schemas['GetCensusTeacher']['category']>;

export const census = {
  all: () => ['census'] as const,

  of: (organizationId: string) =>
    queryOptions({
      queryKey: [...census.all(), organizationId],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/census', { params: { path: { organizationId } }, signal })),
    }),
};


export const censusActs = {
  open: (organizationId: string, dueOn: string) =>
    data(api.POST('/api/v1/organizations/{organizationId}/census', { params: { path: { organizationId } }, body: { dueOn } })),

  decide: (id: string, personId: string, decision: Decision, category: Category | null, note: string) =>
    data(
      api.PUT('/api/v1/censuses/{censusId}/entries/{personId}', {
        params: { path: { censusId: id, personId } },
        body: { decision, category, note },
      }),
    ),

  complete: (id: string, version: number) =>
    data(api.POST('/api/v1/censuses/{censusId}/complete', { params: { path: { censusId: id } }, body: { version } })),
};
