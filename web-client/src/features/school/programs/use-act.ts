import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshPrograms } from './api';

/** An act after which the programs are read anew. */
export function useAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshPrograms(client));
}
