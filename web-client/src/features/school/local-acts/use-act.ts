import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshActs } from './api';

/** An act after which the acts are read anew. */
export function useAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshActs(client));
}
