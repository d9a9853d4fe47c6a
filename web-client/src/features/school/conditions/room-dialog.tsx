import { useTranslation } from 'react-i18next';
import { NumberField, SelectField, TextField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { conditionActs, conditions, type Room } from './api';

type Values = { name: string; place: string; seats: string; equipment: string; status: 'Open' | 'Closed' };
type Props = { organizationId: string; edited: Room | 'new' | undefined; onClose: () => void };

/** What a room is, and whether it may be booked. */
export function RoomDialog({ organizationId, edited, onClose }: Props) {
  const { t } = useTranslation('conditions');
  const room = edited === 'new' ? undefined : edited;
  return (
    <CommandDialog<Values>
      opened={edited !== undefined}
      title={t(room ? 'rooms.edit' : 'rooms.add')}
      onClose={onClose}
      defaults={{
        name: room?.name ?? '',
        place: room?.place ?? '',
        seats: String(room?.seats ?? ''),
        equipment: room?.equipment ?? '',
        status: room?.status ?? 'Open',
      }}
      fields={['name', 'place', 'seats', 'equipment', 'status']}
      submitLabel={t('save')}
      onSend={({ name, place, seats, equipment, status }, header) => {
        const plan = { name: name.trim(), place: place.trim() || null, seats: Number(seats), equipment: equipment.trim() || null };
        return room
          ? conditionActs.reviseRoom(organizationId, room.id, { version: room.version, status, plan })
          : conditionActs.addRoom(organizationId, plan, header);
      }}
      refresh={conditions.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="name" label={t('rooms.name')} required maxLength={100} />
          <TextField control={control} name="place" label={t('rooms.place')} maxLength={200} />
          <NumberField control={control} name="seats" label={t('rooms.seatsField')} required />
          <TextField control={control} name="equipment" label={t('rooms.equipment')} maxLength={500} />
          {room && (
            <SelectField
              control={control}
              name="status"
              label={t('rooms.status')}
              options={[
                { value: 'Open', label: t('rooms.openForMeetings') },
                { value: 'Closed', label: t('rooms.closed') },
              ]}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}
