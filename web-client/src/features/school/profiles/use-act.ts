import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshProfiles } from './api';

/** An act after which the profiles are read anew. */
export function useAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshProfiles(client));
}
