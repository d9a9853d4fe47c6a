import { Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { ExportButton } from '@/shared/ui/export-button';
import { LoadMore } from '@/shared/ui/load-more';
import { imports, problemsCsv, type Import, type ImportProblem } from './api';
import { faultColumn } from './fault-column';

/** Which rows are wrong and why, here and as a file for a spreadsheet. */
export function ImportProblems({ current: { id, version, problems } }: { current: Import }) {
  const { t } = useTranslation('imports');
  const pages = useInfiniteQuery(imports.problems(id, version));
  const rows = pages.data?.pages.flatMap(({ items }) => items);

  const columns: Column<ImportProblem>[] = [
    { id: 'file', header: t('faults.file'), unsortable: true, value: ({ file: name }) => name },
    { id: 'line', header: t('faults.line'), unsortable: true, align: 'end', width: 0.6, value: ({ line }) => line },
    {
      id: 'field',
      header: t('faults.field'),
      unsortable: true,
      width: 1.8,
      value: ({ field }) => faultColumn(field, t) ?? field,
      cell: ({ field }) => {
        const column = faultColumn(field, t);
        if (!column) return field;
        return (
          <>
            {column}
            <Text size="xs" c="dimmed">
              <code>{field}</code>
            </Text>
          </>
        );
      },
    },
    { id: 'message', header: t('faults.message'), unsortable: true, rowHeader: true, width: 2.6, value: ({ message }) => message },
    { id: 'value', header: t('faults.value'), unsortable: true, width: 1.4, value: ({ value }) => value },
  ];

  return (
    <section>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2}>{t('faults.title')}</Title>
        <ExportButton
          label={t('faults.download')}
          onExport={(format) => download(`${problemsCsv(id)}?format=${format}`, `problems-${id}.${format.toLowerCase()}`)}
        />
      </Group>
      <DataTable
        id="import-problems"
        label={t('faults.title')}
        columns={columns}
        rows={rows}
        rowKey={({ file: name, line, field, code }) => `${name}:${line}:${field}:${code}`}
        summary={t('faults.count', { count: problems })}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        wrap
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} total={problems} />}
    </section>
  );
}
