import { useMemo, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { admin, type ConnectedSystem, type Registered } from './api';
import { Made } from './made';
import { SystemDialog } from './system-dialog';

/** The systems that exchange data, for a school or a region. */
export function Systems() {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const systems = useQuery(admin.systems());
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Registered>();
  const [revoking, setRevoking] = useState<ConnectedSystem>();
  const columns = useColumns(setRevoking);
  const register = <Button onClick={() => setAdding(true)}>{t('service.register')}</Button>;

  return (
    <section>
      {made && <Made system={made} onClose={() => setMade(undefined)} />}
      <DataTable
        id="systems"
        label={t('service.systems')}
        columns={columns}
        rows={systems.data}
        rowKey={({ clientId }) => clientId}
        error={systems.error}
        onRetry={() => void systems.refetch()}
        empty={<EmptyState title={t('service.none')} text={t('service.noneText')} />}
      />
      <div style={{ marginBlockStart: 12 }}>{register}</div>
      <SystemDialog opened={adding} onClose={() => setAdding(false)} onMade={setMade} />
      <ConfirmDialog
        opened={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={t('service.revokeTitle')}
        confirmLabel={t('service.revoke')}
        danger
        onConfirm={async () => {
          await admin.revokeSystem(revoking!.clientId);
          await client.invalidateQueries({ queryKey: admin.systems().queryKey });
        }}
      >
        <Text>{revoking && t('service.revokeText', { name: revoking.name })}</Text>
      </ConfirmDialog>
    </section>
  );
}

function useColumns(onRevoke: (system: ConnectedSystem) => void): Column<ConnectedSystem>[] {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'name', header: t('service.name'), rowHeader: true, width: 2, value: ({ name }) => name },
      { id: 'place', header: t('service.place'), width: 2, value: ({ organizationName, territoryName }) => organizationName ?? territoryName },
      { id: 'key', header: t('service.key'), value: ({ signs }) => t(signs ? 'service.signs' : 'service.secret') },
      { id: 'since', header: t('service.since'), value: ({ startedOn }) => startedOn, cell: ({ startedOn }) => format.date(startedOn) },
      {
        id: 'acts',
        header: t('service.acts'),
        unsortable: true,
        value: () => '',
        cell: (system) => (
          <Button size="compact-sm" variant="subtle" aria-label={t('service.revokeOf', { name: system.name })} onClick={() => onRevoke(system)}>
            {t('service.revoke')}
          </Button>
        ),
      },
    ],
    [t, format, onRevoke],
  );
}
