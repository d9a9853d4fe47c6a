import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The council of an organization and its seats. */
export const council = (organizationId: string) =>
  queryOptions({
    queryKey: ['councils', 'council', organizationId],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/organizations/{organizationId}/council', { params: { path: { organizationId } }, signal })),
  });
