import type { QueryClient } from '@tanstack/react-query';
import { councilKey } from './api';

/** What the council does shows on all of its pages; its decisions on programs show on theirs. */
export const refreshCouncils = (client: QueryClient) =>
  Promise.all([councilKey, ['programs'], ['today'], ['settings']].map((queryKey) => client.invalidateQueries({ queryKey })));
