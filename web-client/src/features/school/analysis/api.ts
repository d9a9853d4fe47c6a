import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { councilKey } from '@/shared/councils/api';

export const councilAnalysis = {
  of: (organizationId: string) =>
    queryOptions({
      queryKey: [...councilKey, 'analysis', organizationId],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/council/analysis', { params: { path: { organizationId } }, signal })),
    }),
};
