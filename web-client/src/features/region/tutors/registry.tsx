import { useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { StatusTag } from '@/shared/ui/status-tag';
import { tutors, type Tutor } from './api';
import type { TutorsProps } from './tutors-page';

const TutorDialog = dialogLater(async () => (await import('./tutor-dialog')).TutorDialog);
const EndTutorDialog = dialogLater(async () => (await import('./tutor-dialog')).EndTutorDialog, ({ tutor }) => tutor !== undefined);

type Act = 'add' | { step: 'revise' | 'end'; tutor: Tutor };

/** Who tutors for the body, with the load beside the capacity. */
export function Registry({ organizationId, search, onSearch }: TutorsProps) {
  const { t } = useTranslation('tutors');
  const zones = useDictionary('competence-area');
  const sectors = useDictionary('sector');
  const pages = useInfiniteQuery(tutors.list(organizationId, search));
  const [act, setAct] = useState<Act>();
  const columns = useColumns((step, tutor) => setAct({ step, tutor }), search.show === 'former');
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.zone ?? search.sector ?? search.show);
  const add = <Button onClick={() => setAct('add')}>{t('registry.add')}</Button>;
  const close = () => setAct(undefined);
  const revised = act !== 'add' && act?.step === 'revise' ? act.tutor : undefined;

  return (
    <>
      <FilterBar
        search={search.q}
        searchLabel={t('registry.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, zone: undefined, sector: undefined, show: undefined })}
      >
        <NativeSelect
          aria-label={t('zone')}
          value={search.zone ?? ''}
          onChange={(event) => onSearch({ zone: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyZone') }, ...zones.options]}
        />
        <NativeSelect
          aria-label={t('sector')}
          value={search.sector ?? ''}
          onChange={(event) => onSearch({ sector: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anySector') }, ...sectors.options.filter(({ value }) => value !== 'None')]}
        />
        <NativeSelect
          aria-label={t('registry.show')}
          value={search.show ?? ''}
          onChange={(event) => onSearch({ show: (['free', 'former'] as const).find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t('registry.showAll') },
            { value: 'free', label: t('registry.showFree') },
            { value: 'former', label: t('registry.showFormer') },
          ]}
        />
        <ExportButton
          label={t('export')}
          onExport={(format) => download(`${tutors.file(organizationId, search)}&format=${format}`, `tutors.${format.toLowerCase()}`)}
        />
        {add}
      </FilterBar>
      <DataTable
        id="tutors"
        label={t('registry.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(narrowed ? 'nothingFound' : 'registry.none')} text={t(narrowed ? 'nothingFoundText' : 'registry.noneText')}>
            {!narrowed && add}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <TutorDialog organizationId={organizationId} tutor={revised} opened={act === 'add' || revised !== undefined} onClose={close} />
      <EndTutorDialog organizationId={organizationId} tutor={act !== 'add' && act?.step === 'end' ? act.tutor : undefined} onClose={close} />
    </>
  );
}

function useColumns(onStep: (step: 'revise' | 'end', tutor: Tutor) => void, former: boolean): Column<Tutor>[] {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const zones = useDictionary('competence-area');
  const sectors = useDictionary('sector');
  return [
    {
      id: 'name',
      header: t('registry.tutor'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ personName }) => personName,
      cell: ({ personName, kind }) => (
        <>
          {personName}
          <Text size="xs" c="dimmed">
            {t(`kind.${kind}`)}
          </Text>
        </>
      ),
    },
    { id: 'zones', header: t('zones'), unsortable: true, width: 2.4, value: (tutor) => tutor.zones.map(zones.name).join(', ') },
    { id: 'sectors', header: t('sectors'), unsortable: true, width: 1.6, value: (tutor) => tutor.sectors.map(sectors.name).join(', ') },
    {
      id: 'load',
      header: t('registry.load'),
      unsortable: true,
      width: 1.2,
      value: ({ active }) => active,
      cell: (tutor) => (
        <>
          {t('registry.loadOf', { active: format.number(tutor.active), capacity: format.number(tutor.capacity) })}
          {tutor.proposed > 0 && (
            <Text size="xs" c="dimmed">
              {t('registry.waiting', { count: tutor.proposed })}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'state',
      header: t('registry.state'),
      unsortable: true,
      width: 1.4,
      value: ({ acceptsNew }) => String(acceptsNew),
      cell: (tutor) =>
        former ? (
          <Text size="sm">
            {tutor.endsOn && t('registry.until', { date: format.lastDay(tutor.endsOn, tutor.startsOn) })} {tutor.endReason}
          </Text>
        ) : (
          <StatusTag tone={!tutor.acceptsNew ? 'off' : tutor.active + tutor.proposed >= tutor.capacity ? 'risk' : 'ok'}>
            {t(!tutor.acceptsNew ? 'registry.closed' : tutor.active + tutor.proposed >= tutor.capacity ? 'registry.full' : 'registry.open')}
          </StatusTag>
        ),
    },
    ...(former
      ? []
      : [
          {
            id: 'steps',
            header: t('steps'),
            unsortable: true,
            width: 1.4,
            value: () => '',
            cell: (tutor: Tutor) => (
              <Group gap={4}>
                {(['revise', 'end'] as const).map((step) => (
                  <Button
                    key={step}
                    size="compact-sm"
                    variant="default"
                    aria-label={t(`registry.${step}Of`, { name: tutor.personName })}
                    onClick={() => onStep(step, tutor)}
                  >
                    {t(`registry.${step}`)}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]),
  ];
}
