import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshSetup } from './api';

/** An act after which the set-up is read anew. */
export function useAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshSetup(client));
}
