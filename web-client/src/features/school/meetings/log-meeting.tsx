import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';

const LogMeetingDialog = dialogLater(async () => (await import('./log-meeting-dialog')).LogMeetingDialog);

type Props = { programs: readonly { id: string; title: string }[] };

/** Records a meeting from outside a program's page. */
export function LogMeeting({ programs }: Props) {
  const { t } = useTranslation('meetings');
  const [opened, setOpened] = useState(false);
  const [first] = programs;
  if (!first) return null;

  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('log')}</Button>
      <LogMeetingDialog programs={[first, ...programs.slice(1)]} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
