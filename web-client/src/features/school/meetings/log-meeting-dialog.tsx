import { useState } from 'react';
import { Modal, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MeetingForm } from './meeting-form';

type Program = { id: string; title: string };
type Props = { programs: readonly [Program, ...Program[]]; opened: boolean; onClose: () => void };

/** Which program it was is asked only of those who have several. */
export function LogMeetingDialog({ programs, opened, onClose }: Props) {
  const { t } = useTranslation('meetings');
  const [chosen, setChosen] = useState(programs[0].id);

  return (
    <Modal opened={opened} onClose={onClose} title={t('form.title.log')}>
      <Stack gap="sm">
        {programs.length > 1 && (
          <NativeSelect
            label={t('field.program')}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={programs.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <MeetingForm task={{ kind: 'log', programId: chosen }} onClose={onClose} />
      </Stack>
    </Modal>
  );
}
