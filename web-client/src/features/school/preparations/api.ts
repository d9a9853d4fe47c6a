import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { councilKey } from '@/shared/councils/api';

const of = (organizationId: string) => ({ path: { organizationId } });

export const preparations = {
  list: (organizationId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'preparations', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/council/preparations', { params: of(organizationId), signal }),
        ),
    }),

  tasks: (organizationId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'tasks', organizationId],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/tasks', { params: of(organizationId), signal })),
    }),
};
