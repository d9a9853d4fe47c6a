import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';

const GrantDialog = dialogLater(async () => (await import('./grant-dialog')).GrantDialog);

/** The head appoints the curator, as a rule from the deputies. */
export function AppointCurator({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('settings');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpened(true)}>
        {t('grant.curator')}
      </Button>
      <GrantDialog organizationId={organizationId} role="Curator" position="deputy-head" opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
