import { Modal } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { LoadMore } from '@/shared/ui/load-more';
import { resources, type Resource, type ResourceRun } from './api';

type Props = { resource: Resource; run: ResourceRun | undefined; onClose: () => void };
type Place = { personId: string; personName: string; organizationName: string; takenAt: string };

/** Who has a place in a run. */
export function PlacesDialog({ resource, run, onClose }: Props) {
  const { t } = useTranslation('resources');
  const format = useFormat();
  const pages = useInfiniteQuery({ ...resources.places(resource.bodyId, resource.id, run?.id ?? ''), enabled: run !== undefined });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Place>[] = [
    { id: 'person', header: t('person'), rowHeader: true, unsortable: true, width: 2, value: ({ personName }) => personName },
    { id: 'school', header: t('school'), unsortable: true, width: 2, value: ({ organizationName }) => organizationName },
    { id: 'taken', header: t('takenAt'), unsortable: true, value: ({ takenAt }) => takenAt, cell: ({ takenAt }) => format.date(takenAt) },
  ];
  return (
    <Modal opened={run !== undefined} onClose={onClose} size="lg" title={t('who')}>
      <DataTable
        id="resource-places"
        label={t('who')}
        columns={columns}
        rows={rows}
        rowKey={({ personId }) => personId}
        wrap
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('nobody')} text={t('nobodyText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </Modal>
  );
}
