import { Group } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import dayjs from 'dayjs';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField, NumberField, TextField, useField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { conditionActs, conditions, type Room } from './api';

type Values = { purpose: string; startsAt: string; time: string; durationMinutes: string };
type Props = { organizationId: string; room: Room | undefined; onClose: () => void };

/** When and for what a room is wanted. */
export function BookingDialog({ organizationId, room, onClose }: Props) {
  const { t } = useTranslation('conditions');
  return (
    <CommandDialog<Values>
      opened={room !== undefined}
      title={room ? t('rooms.bookTitle', { name: room.name }) : ''}
      onClose={onClose}
      defaults={{ purpose: '', startsAt: '', time: '', durationMinutes: '45' }}
      fields={['purpose', 'startsAt', 'time', 'durationMinutes']}
      submitLabel={t('rooms.book')}
      onSend={async ({ purpose, startsAt, time, durationMinutes }, header) => {
        if (!room) return;
        await conditionActs.book(
          organizationId,
          room.id,
          { purpose: purpose.trim(), startsAt: dayjs(`${startsAt}T${time}`).toISOString(), durationMinutes: Number(durationMinutes) },
          header,
        );
      }}
      refresh={conditions.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="purpose" label={t('rooms.purpose')} required maxLength={300} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsAt" label={t('rooms.date')} required />
            <TimeField control={control} />
            <NumberField control={control} name="durationMinutes" label={t('rooms.duration')} required />
          </Group>
        </>
      )}
    </CommandDialog>
  );
}

function TimeField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('conditions');
  const { field, shared } = useField({ control, name: 'time', label: t('rooms.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}
