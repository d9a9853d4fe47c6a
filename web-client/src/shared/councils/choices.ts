import { queryOptions } from '@tanstack/react-query';
import { everyPage, LARGEST_PAGE } from '@/shared/api/pages';
import { programs } from '@/shared/programs/api';
import { councilKey, decisionsPage, type DecisionsQuery } from './api';

/** Programs that were in force: their people may be rewarded, and those running corrected. */
export const councilPrograms = (organizationId: string) =>
  programs.every({ organizationId, status: ['Active', 'Paused', 'Completed'], sort: 'Title', direction: 'Asc' });

/** Decisions of a kind on which something can rest. */
export const decisionsOn = (organizationId: string, query: Pick<DecisionsQuery, 'status' | 'kind'>) =>
  queryOptions({
    queryKey: [...councilKey, 'decisions-on', organizationId, query],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      everyPage((cursor) => decisionsPage(organizationId, { ...query, size: LARGEST_PAGE }, cursor, signal)),
  });
