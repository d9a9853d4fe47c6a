import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { conditionActs, conditions, type Booking, type Room } from './api';

const RoomDialog = dialogLater(async () => (await import('./room-dialog')).RoomDialog, ({ edited }) => edited !== undefined);
const BookingDialog = dialogLater(async () => (await import('./booking-dialog')).BookingDialog, ({ room }) => room !== undefined);

type Props = {
  organizationId: string;
  /** Keeps the rooms: adds and changes them, gives back anybody's booking. */
  mayKeep: boolean;
  /** Books in their own name. */
  isPerson: boolean;
  /** Weeks from this one. */
  week: number;
  onWeek: (week: number) => void;
};

/** Rooms where pairs meet, and who has them this week. */
export function RoomsPage({ organizationId, mayKeep, isPerson, week, onWeek }: Props) {
  const { t } = useTranslation('conditions');
  const format = useFormat();
  const client = useQueryClient();
  const monday = dayjs().startOf('day').subtract((dayjs().day() + 6) % 7, 'day').add(week * 7, 'day');
  const rooms = useQuery(conditions.rooms(organizationId));
  const bookings = useQuery(conditions.bookings(organizationId, monday.toISOString(), monday.add(7, 'day').toISOString()));
  const [edited, setEdited] = useState<Room | 'new'>();
  const [booked, setBooked] = useState<Room>();
  const [given, setGiven] = useState<Booking>();

  return (
    <>
      <PageHeader
        title={t('rooms.title')}
        summary={t('rooms.week', { from: format.date(monday.format('YYYY-MM-DD')), to: format.date(monday.add(6, 'day').format('YYYY-MM-DD')) })}
      >
        <Button variant="default" onClick={() => onWeek(week - 1)}>
          {t('rooms.earlier')}
        </Button>
        <Button variant="default" onClick={() => onWeek(week + 1)}>
          {t('rooms.later')}
        </Button>
        {mayKeep && <Button onClick={() => setEdited('new')}>{t('rooms.add')}</Button>}
      </PageHeader>
      <Loaded query={rooms}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('rooms.none')} text={t(mayKeep ? 'rooms.noneText' : 'rooms.noneYet')} />}
            <Stack gap="sm">
              {all.map((room) => (
                <RoomCard
                  key={room.id}
                  room={room}
                  bookings={bookings.data?.filter(({ roomId }) => roomId === room.id)}
                  mayGive={({ own }) => own || mayKeep}
                  onBook={isPerson && room.status === 'Open' ? () => setBooked(room) : undefined}
                  onEdit={mayKeep ? () => setEdited(room) : undefined}
                  onGive={setGiven}
                />
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <RoomDialog organizationId={organizationId} edited={edited} onClose={() => setEdited(undefined)} />
      <BookingDialog organizationId={organizationId} room={booked} onClose={() => setBooked(undefined)} />
      <ConfirmDialog
        opened={given !== undefined}
        onClose={() => setGiven(undefined)}
        title={t('rooms.giveTitle')}
        confirmLabel={t('rooms.give')}
        onConfirm={async () => {
          if (!given) return;
          await conditionActs.cancelBooking(organizationId, given.id, given.version);
          await client.invalidateQueries({ queryKey: conditions.all });
        }}
      >
        <Text size="sm">{given?.purpose}</Text>
      </ConfirmDialog>
    </>
  );
}

type CardProps = {
  room: Room;
  bookings: readonly Booking[] | undefined;
  mayGive: (booking: Booking) => boolean;
  onBook: (() => void) | undefined;
  onEdit: (() => void) | undefined;
  onGive: (booking: Booking) => void;
};

function RoomCard({ room, bookings, mayGive, onBook, onEdit, onGive }: CardProps) {
  const { t } = useTranslation('conditions');
  const format = useFormat();
  const { name, place, seats, equipment, status } = room;
  return (
    <Paper withBorder p="sm" component="section" aria-label={name}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Group gap="xs">
            <Title order={2} size="h4">
              {name}
            </Title>
            {status === 'Closed' && <StatusTag tone="off">{t('rooms.closed')}</StatusTag>}
          </Group>
          <Text size="sm" c="dimmed">
            {[place, t('rooms.seats', { count: seats }), equipment].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap="xs" className="no-print">
          {onEdit && (
            <Button variant="subtle" aria-label={`${t('rooms.edit')}: ${name}`} onClick={onEdit}>
              {t('rooms.edit')}
            </Button>
          )}
          {onBook && (
            <Button variant="default" aria-label={`${t('rooms.book')}: ${name}`} onClick={onBook}>
              {t('rooms.book')}
            </Button>
          )}
        </Group>
      </Group>
      {status === 'Open' && bookings?.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('rooms.free')}
        </Text>
      )}
      <Stack gap={4} mt="xs">
        {bookings?.map((booking) => (
          <Group key={booking.id} justify="space-between" gap="xs">
            <Text size="sm" style={{ flex: '1 1 220px' }}>
              {format.instant(booking.startsAt)}–{dayjs(booking.endsAt).format('HH:mm')} · {booking.purpose} ·{' '}
              {booking.own ? t('rooms.own') : booking.personName}
            </Text>
            {mayGive(booking) && (
              <Button
                size="compact-sm"
                variant="subtle"
                className="no-print"
                aria-label={`${t('rooms.give')}: ${booking.purpose}, ${format.instant(booking.startsAt)}`}
                onClick={() => onGive(booking)}
              >
                {t('rooms.give')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
