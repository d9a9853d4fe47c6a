import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Room = components['schemas']['GetStorageRoomResult'];

/** Where a file is to go. */
export type Where = { organizationId: string } | { programId: string };

export const storage = {
  all: ['storage'] as const,

  room: (where: Where) =>
    queryOptions({
      queryKey: [...storage.all, 'room', where],
      staleTime: 15_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/storage/room', { params: { query: where }, signal })),
    }),
};
