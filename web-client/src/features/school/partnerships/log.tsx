import { useState } from 'react';
import { Button, Checkbox, NativeSelect, Skeleton, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { TextAreaField } from '@/shared/ui/fields';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater, later } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { LoadMore } from '@/shared/ui/load-more';
import { partnershipActs, partnerships, type Entry } from './api';
import { LogCard } from './log-card';
import { coordinationKinds, type TabProps } from './search';

const LogWith = later(async () => (await import('./log-with')).LogWith, () => <Skeleton h={36} w={240} />);
const LogDialog = dialogLater(async () => (await import('./log-dialog')).LogDialog);

type Task = { kind: 'add' } | { kind: 'revise' | 'finish'; entry: Entry };

/** In what the school took part, what was agreed and what follows from it. */
export function Log({ organizationId, search, onSearch }: TabProps) {
  const { t } = useTranslation('partnerships');
  const pages = useInfiniteQuery(partnerships.log(organizationId, search));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const entry = task && task.kind !== 'add' ? task.entry : undefined;
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrowed = Boolean(search.q ?? search.kind ?? search.open ?? search.contact ?? search.contract);

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('log.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, kind: undefined, open: undefined, contact: undefined, contract: undefined })}
      >
        <NativeSelect
          aria-label={t('log.kind')}
          value={search.kind ?? ''}
          onChange={(event) => onSearch({ kind: coordinationKinds.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('log.anyKind') }, ...coordinationKinds.map((value) => ({ value, label: t(`logKind.${value}`) }))]}
        />
        <LogWith organizationId={organizationId} search={search} onSearch={onSearch} entries={rows} />
        <Checkbox
          py={8}
          label={t('log.open')}
          checked={search.open === 'yes'}
          onChange={(event) => onSearch({ open: event.currentTarget.checked ? 'yes' : undefined })}
        />
        <ExportButton
          label={t('log.export')}
          onExport={(format) => download(`${partnerships.logFile(organizationId, search)}&format=${format}`, `coordination.${format.toLowerCase()}`)}
        />
        <Button onClick={() => setTask({ kind: 'add' })}>{t('log.add')}</Button>
      </FilterBar>
      <Loaded query={pages}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t(narrowed ? 'nothingFound' : 'log.none')} text={t(narrowed ? 'nothingFoundText' : 'log.noneText')} />
          ) : (
            <>
              <Stack gap="sm">
                {rows.map((one) => (
                  <LogCard key={one.id} entry={one} onTask={(kind) => setTask({ kind, entry: one })} />
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          )
        }
      </Loaded>
      <LogDialog organizationId={organizationId} opened={task?.kind === 'add' || task?.kind === 'revise'} entry={entry} onClose={close} />
      <CommandDialog<{ result: string }>
        opened={task?.kind === 'finish'}
        title={t('log.finish')}
        onClose={close}
        defaults={{ result: '' }}
        fields={['result']}
        submitLabel={t('log.finish')}
        onSend={async ({ result }) => {
          if (entry) await partnershipActs.finish(organizationId, entry, result.trim());
        }}
        refresh={partnerships.all}
      >
        {({ control }) => <TextAreaField control={control} name="result" label={t('log.result')} rows={2} required maxLength={1000} />}
      </CommandDialog>
    </>
  );
}
