import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { today } from './api';
import type { AgendaTask } from './types';

/** Confirms a mentor's profile from the list; the rest of the school's pages are read anew. */
export function useConfirm() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['today', 'confirm'],
    mutationFn: ({ organizationId, subjectId, version }: AgendaTask) =>
      data(
        api.POST('/api/v1/organizations/{id}/people/{personId}/mentor-profile/confirm', {
          params: { path: { id: organizationId, personId: subjectId } },
          body: { version },
        }),
      ),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: today.agenda().queryKey }), client.invalidateQueries({ queryKey: ['profiles'] })]),
  });
}
