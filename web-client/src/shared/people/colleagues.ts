import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Who else works at the organization, found by words of the name. */
export const colleagues = (organizationId: string, search: string) =>
  queryOptions({
    queryKey: ['colleagues', organizationId, search],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      data(
        api.GET('/api/v1/organizations/{organizationId}/practices/colleagues', {
          params: { path: { organizationId }, query: search ? { search } : {} },
          signal,
        }),
      ),
  });
