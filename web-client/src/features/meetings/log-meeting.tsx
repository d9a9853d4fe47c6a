import { useState } from 'react';
import { Button, Modal, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';

const MeetingForm = later(async () => (await import('./meeting-form')).MeetingForm);

type Props = { programs: readonly { id: string; title: string }[] };

/** Records a meeting from outside a program's page: which program it was is asked only of those who have several. */
export function LogMeeting({ programs }: Props) {
  const { t } = useTranslation('meetings');
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState(programs[0]?.id);
  const close = () => setOpened(false);
  if (!chosen) return null;

  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('log')}</Button>
      <Modal opened={opened} onClose={close} title={t('form.title.log')}>
        <Stack gap="sm">
          {programs.length > 1 && (
            <NativeSelect
              label={t('field.program')}
              value={chosen}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              data={programs.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <MeetingForm task={{ kind: 'log', programId: chosen }} onClose={close} />
        </Stack>
      </Modal>
    </>
  );
}
