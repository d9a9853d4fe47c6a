import { useQueryClient } from '@tanstack/react-query';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { refreshCouncils } from './refresh';

/** Sends an act of the council's and reads anew what it changed. */
export function useCouncilAct() {
  const client = useQueryClient();
  return useRefreshingAct(() => refreshCouncils(client));
}
