import { useState } from 'react';
import { Button, NativeSelect, Stack } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { eventActs, events } from './api';
import { EventCard, type EventTask } from './event-card';
import { eventKinds, eventStatuses, type EventsSearch } from './search';

const EventDialog = dialogLater(async () => (await import('./event-dialog')).EventDialog);
const HoldDialog = dialogLater(async () => (await import('./event-steps')).HoldDialog, ({ event }) => Boolean(event));
const TellDialog = dialogLater(async () => (await import('./event-steps')).TellDialog, ({ event }) => Boolean(event));

type Props = { organizationId: string; mayManage: boolean; maySite: boolean; search: EventsSearch; onSearch: (change: Partial<EventsSearch>) => void };

/** Public events by which the school makes mentoring known. */
export function EventsPage({ organizationId, mayManage, maySite, search, onSearch }: Props) {
  const { t } = useTranslation('events');
  const client = useQueryClient();
  const pages = useInfiniteQuery(events.list(organizationId, search));
  const [task, setTask] = useState<EventTask | { kind: 'plan' }>();
  const close = () => setTask(undefined);
  const event = task && task.kind !== 'plan' ? task.event : undefined;
  const narrowed = Boolean(search.q ?? search.status ?? search.kind);

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {mayManage && (
          <Button className="no-print" onClick={() => setTask({ kind: 'plan' })}>
            {t('add')}
          </Button>
        )}
      </PageHeader>
      <FilterBar
        search={search.q}
        searchLabel={t('search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, status: undefined, kind: undefined })}
      >
        <NativeSelect
          aria-label={t('field.status')}
          value={search.status ?? ''}
          onChange={({ currentTarget }) => onSearch({ status: eventStatuses.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyStatus') }, ...eventStatuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
        />
        <NativeSelect
          aria-label={t('field.kind')}
          value={search.kind ?? ''}
          onChange={({ currentTarget }) => onSearch({ kind: eventKinds.find((one) => one === currentTarget.value) })}
          data={[{ value: '', label: t('anyKind') }, ...eventKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={t(narrowed ? 'nothingFound' : 'none')} text={t(narrowed ? 'nothingFoundText' : mayManage ? 'noneText' : 'noneYet')} />
          ) : (
            <>
              <Stack gap="sm">
                {rows.map((one) => (
                  <EventCard key={one.id} organizationId={organizationId} event={one} mayManage={mayManage} maySite={maySite} onTask={setTask} />
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <EventDialog organizationId={organizationId} opened={task?.kind === 'plan' || task?.kind === 'revise'} event={event} onClose={close} />
      <HoldDialog organizationId={organizationId} event={task?.kind === 'hold' ? event : undefined} onClose={close} />
      <TellDialog organizationId={organizationId} event={task?.kind === 'tell' ? event : undefined} onClose={close} />
      <ConfirmDialog
        opened={task?.kind === 'cancel'}
        onClose={close}
        title={t('cancel')}
        confirmLabel={t('cancel')}
        danger
        askReason
        onConfirm={async (reason) => {
          if (event) await eventActs.cancel(organizationId, event, reason);
          await client.invalidateQueries({ queryKey: events.all });
        }}
      >
        {event?.title}
      </ConfirmDialog>
    </>
  );
}
