import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Conditions = Schemas['ListConditionsResult'];
export type Condition = Schemas['ListConditionsItem'];
export type Room = Schemas['ListRoomsItem'];
export type Booking = Schemas['ListRoomBookingsItem'];

type Header = Record<string, string>;
const root = ['conditions'] as const;
const path = (id: string) => ({ path: { organizationId: id } });

export const conditions = {
  all: root,
  list: (id: string, schoolYear?: number) =>
    queryOptions({
      queryKey: [...root, 'list', id, schoolYear],
      staleTime: 30_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/conditions', {
            params: { ...path(id), query: schoolYear ? { schoolYear } : {} },
            signal,
          }),
        ),
    }),
  rooms: (id: string) =>
    queryOptions({
      queryKey: [...root, 'rooms', id],
      staleTime: 30_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/organizations/{organizationId}/rooms', { params: path(id), signal })),
    }),
  bookings: (id: string, from: string, until: string) =>
    queryOptions({
      queryKey: [...root, 'bookings', id, from, until],
      staleTime: 15_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/rooms/bookings', { params: { ...path(id), query: { from, until } }, signal })),
    }),
};

export const conditionActs = {
  assess: (id: string, code: string, body: Schemas['AssessConditionBody']) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/conditions/{conditionCode}', { params: { path: { organizationId: id, conditionCode: code } }, body })),
  addRoom: (id: string, body: Schemas['RoomPlan'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/rooms', { params: { ...path(id), header }, body })),
  reviseRoom: (id: string, roomId: string, body: Schemas['ReviseRoomBody']) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/rooms/{roomId}', { params: { path: { organizationId: id, roomId } }, body })),
  book: (id: string, roomId: string, body: Schemas['BookRoomBody'], header: Header) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/rooms/{roomId}/bookings', {
        params: { path: { organizationId: id, roomId }, header },
        body,
      }),
    ),
  cancelBooking: (id: string, bookingId: string, version: number) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/rooms/bookings/{bookingId}/cancel', {
        params: { path: { organizationId: id, bookingId } },
        body: { version },
      }),
    ),
};
