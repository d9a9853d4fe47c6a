import { useState } from 'react';
import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { LoadMore } from '@/shared/ui/load-more';
import { partnershipActs, partnerships } from './api';
import { ContractCard, type ContractTask } from './contract-card';
import { contractStatuses, type TabProps } from './search';

const ContractDialog = dialogLater(async () => (await import('./contract-dialog')).ContractDialog);
const FileDialog = dialogLater(async () => (await import('./file-dialog')).FileDialog, ({ contract }) => Boolean(contract));

/** Contracts with partners: those that end soon say so. */
export function Contracts({ organizationId, search, onSearch }: TabProps) {
  const { t } = useTranslation('partnerships');
  const client = useQueryClient();
  const pages = useInfiniteQuery(partnerships.contracts(organizationId, search));
  const [task, setTask] = useState<ContractTask | { kind: 'draft' }>();
  const close = () => setTask(undefined);
  const contract = task && task.kind !== 'draft' ? task.contract : undefined;
  const step = task?.kind === 'move' ? task.step : undefined;
  const narrowed = Boolean(search.q ?? search.status ?? search.warned);
  const draft = <Button onClick={() => setTask({ kind: 'draft' })}>{t('contract.add')}</Button>;

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('contract.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined, warned: undefined })}
      >
        <NativeSelect
          aria-label={t('contract.status')}
          value={search.status ?? ''}
          onChange={(event) => onSearch({ status: contractStatuses.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('contract.anyStatus') }, ...contractStatuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
        <Checkbox
          py={8}
          label={t('contract.warned')}
          checked={search.warned === 'yes'}
          onChange={(event) => onSearch({ warned: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {draft}
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={t(narrowed ? 'nothingFound' : 'contract.none')} text={t(narrowed ? 'nothingFoundText' : 'contract.noneText')} />
          ) : (
            <>
              <Stack gap="sm">
                {rows.map((one) => (
                  <ContractCard key={one.id} organizationId={organizationId} contract={one} onTask={setTask} />
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <ContractDialog organizationId={organizationId} opened={task?.kind === 'draft' || task?.kind === 'revise'} contract={contract} onClose={close} />
      <FileDialog organizationId={organizationId} contract={task?.kind === 'file' ? contract : undefined} onClose={close} />
      <ConfirmDialog
        opened={step !== undefined}
        onClose={close}
        title={step ? t(`step.${step}`) : ''}
        confirmLabel={step ? t(`step.${step}`) : ''}
        askReason={step !== 'Sign'}
        reasonLabel={t(step === 'End' ? 'contract.gave' : 'contract.why')}
        onConfirm={async (outcome) => {
          if (!contract || !step) return;
          await partnershipActs.move(organizationId, contract, step, outcome || null);
          await client.invalidateQueries({ queryKey: partnerships.all });
        }}
      >
        {contract?.partnerName}
      </ConfirmDialog>
    </>
  );
}
