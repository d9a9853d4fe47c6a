import { useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { organizations } from '@/shared/organizations/api';
import { territoriesIn } from '@/shared/territories/api';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ExportButton } from '@/shared/ui/export-button';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { support, type Supported } from './api';
import { supportStates, tones, type SupportedSearch } from './search';

const OpenDialog = dialogLater(async () => (await import('./open-dialog')).OpenDialog);
const ReviseDialog = dialogLater(async () => (await import('./link-dialogs')).ReviseDialog, ({ link }) => link !== undefined);
const EndDialog = dialogLater(async () => (await import('./link-dialogs')).EndDialog, ({ link }) => link !== undefined);

type Props = {
  organizationId: string;
  search: SupportedSearch;
  onSearch: (change: Partial<SupportedSearch>) => void;
  mayManage: boolean;
  mayDeficits?: boolean;
};

/** Whom a body stands behind, with what and until when. */
export function SupportedPage({ organizationId, search, onSearch, mayManage, mayDeficits = false }: Props) {
  const { t } = useTranslation('support');
  const { language } = useFormat();
  const services = useDictionary('support-service');
  const body = useQuery(organizations.detail(organizationId)).data;
  const region = body?.regionCode ?? '';
  const municipalities = useQuery({ ...territoriesIn(region), enabled: region !== '' }).data ?? [];
  const pages = useInfiniteQuery(support.supported(organizationId, search));
  const [act, setAct] = useState<'open' | { step: Supported['steps'][number]; link: Supported }>();
  const close = () => setAct(undefined);
  const columns = useColumns((step, link) => setAct({ step, link })).filter(({ id }) => mayManage || id !== 'steps');
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const narrowed = Boolean(search.q ?? search.service ?? search.state ?? search.municipality);
  const of = (step: Supported['steps'][number]) => (act && act !== 'open' && act.step === step ? act.link : undefined);
  const open = mayManage && <Button onClick={() => setAct('open')}>{t('open.title')}</Button>;

  return (
    <>
      <PageHeader title={t('supported.title')} summary={body?.nameShort}>
        {region && (
          <LinkButton to="/territory/$territory/support" params={{ territory: region }} variant="default">
            {t('supported.map')}
          </LinkButton>
        )}
        {region && mayDeficits && (
          <LinkButton to="/territory/$territory/deficits" params={{ territory: region }} variant="default">
            {t('supported.deficits')}
          </LinkButton>
        )}
        {open}
      </PageHeader>
      <FilterBar
        search={search.q}
        searchLabel={t('supported.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, service: undefined, state: undefined, municipality: undefined })}
      >
        <NativeSelect
          aria-label={t('service')}
          value={search.service ?? ''}
          onChange={(event) => onSearch({ service: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('anyService') }, ...services.options]}
        />
        <NativeSelect
          aria-label={t('stateOf')}
          value={search.state ?? ''}
          onChange={(event) => onSearch({ state: supportStates.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('anyState') }, ...supportStates.map((value) => ({ value, label: t(`state.${value}`) }))]}
        />
        <NativeSelect
          aria-label={t('municipality')}
          value={search.municipality ?? ''}
          onChange={(event) => onSearch({ municipality: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('anyMunicipality') },
            ...municipalities.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn })),
          ]}
        />
        <ExportButton
          label={t('export')}
          onExport={(format) => download(`${support.supportedFile(organizationId, search)}&format=${format}`, `supported.${format.toLowerCase()}`)}
        />
      </FilterBar>
      <DataTable
        id="supported"
        label={t('supported.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={
          <EmptyState title={t(narrowed ? 'nothingFound' : 'supported.none')} text={t(narrowed ? 'nothingFoundText' : 'supported.noneText')}>
            {!narrowed && open}
          </EmptyState>
        }
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
      <OpenDialog organizationId={organizationId} region={region} opened={act === 'open'} onClose={close} />
      <ReviseDialog organizationId={organizationId} link={of('Revise')} onClose={close} />
      <EndDialog organizationId={organizationId} link={of('End')} onClose={close} />
    </>
  );
}

function useColumns(onStep: (step: Supported['steps'][number], link: Supported) => void): Column<Supported>[] {
  const { t } = useTranslation('support');
  const format = useFormat();
  const services = useDictionary('support-service');
  return [
    { id: 'organization', header: t('organization'), rowHeader: true, unsortable: true, width: 2, value: ({ nameShort }) => nameShort },
    { id: 'municipality', header: t('municipality'), unsortable: true, width: 1.4, value: ({ territoryNameRu }) => territoryNameRu },
    { id: 'service', header: t('service'), unsortable: true, width: 1.6, value: ({ service }) => services.name(service) },
    { id: 'agreement', header: t('agreement'), unsortable: true, width: 1.4, value: ({ agreement }) => agreement },
    {
      id: 'period',
      header: t('days'),
      unsortable: true,
      width: 1.4,
      value: ({ startsOn }) => startsOn,
      cell: ({ startsOn, endsOn, endReason }) => (
        <>
          {endsOn
            ? t('period', { from: format.date(startsOn), until: format.lastDay(endsOn, startsOn) })
            : t('periodOpen', { from: format.date(startsOn) })}
          {endReason && (
            <Text size="xs" c="dimmed">
              {endReason}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'state',
      header: t('stateOf'),
      unsortable: true,
      width: 1.2,
      value: ({ state }) => state,
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>,
    },
    {
      id: 'steps',
      header: t('steps'),
      unsortable: true,
      width: 1.4,
      value: () => '',
      cell: (link) => (
        <Group gap={4}>
          {link.steps.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant="default"
              aria-label={t(`step.${step}Of`, { name: link.nameShort })}
              onClick={() => onStep(step, link)}
            >
              {t(`step.${step}`)}
            </Button>
          ))}
        </Group>
      ),
    },
  ];
}
