import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';

const AgendaDialog = dialogLater(async () => (await import('./agenda-dialog')).AgendaDialog);

type Props = {
  organizationId: string;
  actId: string;
  title: string;
};

/** From an act's own page to the council's agenda. */
export function PutOnAgenda(props: Props) {
  const { t } = useTranslation('councils');
  const [opened, setOpened] = useState(false);

  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('toAgenda.button')}
      </Button>
      <AgendaDialog {...props} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
