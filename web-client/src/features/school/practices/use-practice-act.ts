import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshPractices } from './api';

/** An act after which the practices are read anew. */
export function usePracticeAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshPractices(client));
}
