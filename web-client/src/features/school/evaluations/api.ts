import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { councilKey } from '@/shared/councils/api';

const of = (organizationId: string) => ({ path: { organizationId } });

export const evaluations = {
  list: (organizationId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'evaluations', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/evaluations', { params: of(organizationId), signal })),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...councilKey, 'evaluation', id],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/council/evaluations/{evaluationId}', { params: { path: { evaluationId: id } }, signal })),
    }),

  ofProgram: (programId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'program-evaluations', programId],
      staleTime: 60_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/programs/{programId}/council-evaluations', { params: { path: { programId } }, signal })),
    }),
};
