import { useState } from 'react';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { routeActs } from './acts';
import type { Route } from './api';
import { Edit, Part } from './part';

const AlternativeDialog = dialogLater(async () => (await import('./alternative-dialog')).AlternativeDialog);

type Props = { route: Route; over: boolean; attempt: (send: () => Promise<unknown>, word?: string) => void };

/** Alternatives side by side, and the one that was chosen with its motive. */
export function Alternatives({ route, over, attempt }: Props) {
  const { t } = useTranslation('routes');
  const [open, setOpen] = useState<{ what: 'write' | 'drop'; at?: number }>();
  const close = () => setOpen(undefined);
  const chosen = open?.at === undefined ? undefined : route.alternatives[open.at];
  return (
    <Part title={t('section.alternatives')} action={!over && <Edit onClick={() => setOpen({ what: 'write' })}>{t('alternative')}</Edit>}>
      {route.alternatives.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {route.alternatives.map((one, at) => (
        <div key={one.title}>
          <Text fw={600}>
            {one.title}
            {one.chosen && ` — ${t('chosen')}`}
          </Text>
          <Text size="sm">{`${t('gains')}: ${one.gains}`}</Text>
          <Text size="sm">{`${t('costs')}: ${one.costs}`}</Text>
          {one.motive && <Text size="sm">{one.motive}</Text>}
          {!over && (
            <Group gap={4} my={4} className="no-print">
              <Edit onClick={() => setOpen({ what: 'write', at })}>{t(one.chosen ? 'edit' : 'choose')}</Edit>
              <Edit onClick={() => setOpen({ what: 'drop', at })}>{t('drop')}</Edit>
            </Group>
          )}
        </div>
      ))}
      <AlternativeDialog route={route} at={open?.at} opened={open?.what === 'write'} onClose={close} />
      <ConfirmDialog
        opened={open?.what === 'drop'}
        onClose={close}
        title={t('dropAlternative')}
        confirmLabel={t('drop')}
        danger
        silent
        onConfirm={() => attempt(() => routeActs.alternatives(route, route.alternatives.filter((_, at) => at !== open?.at)), t('drop'))}
      >
        <Text size="sm">{chosen?.title}</Text>
      </ConfirmDialog>
    </Part>
  );
}
