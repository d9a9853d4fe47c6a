import { useState, type ReactNode } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { LoadMore } from '@/shared/ui/load-more';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { imports, type Import, type Target } from './api';
import { ChooseFile } from './choose-file';
import { EnterPerson } from './enter-person';
import { FileHelp } from './file-help';
import { ImportRoad } from './import-road';
import { tones } from './state';

type Props = { target: Target; onSent: (id: string) => void; children?: ReactNode; ready?: boolean };

/**
 * Where an import begins, and those before it.
 * @param children what is chosen before the file; until then it is not ready.
 */
export function ImportsPage({ target, onSent, children, ready = true }: Props) {
  const { t } = useTranslation('imports');
  const columns = useImportColumns();
  const [entering, setEntering] = useState(false);
  const pages = useInfiniteQuery(imports.list(target));
  const rows = pages.data?.pages.flatMap(({ items }) => items);

  return (
    <>
      <PageHeader title={t(`title.${target.kind}`)}>
        {target.kind === 'Roster' && (
          <Button variant="default" onClick={() => setEntering(true)}>
            {t('person.open')}
          </Button>
        )}
      </PageHeader>
      <Text mb="md" maw={720}>
        {t(`intro.${target.kind}`)}
      </Text>
      <ImportRoad stage="choose" />
      <div style={{ maxInlineSize: 720 }}>
        {children}
        {ready && <ChooseFile target={target} onSent={onSent} />}
        {ready && <FileHelp target={target} />}
      </div>

      <Title order={2} mt="xl" mb="xs">
        {t('earlier.title')}
      </Title>
      <DataTable
        id="imports"
        label={t('earlier.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        summary=""
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('earlier.none')} text={t('earlier.noneText')} />}
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}

      {target.kind === 'Roster' && (
        <EnterPerson
          opened={entering}
          organizationId={target.organizationId}
          onClose={() => setEntering(false)}
          onSent={onSent}
        />
      )}
    </>
  );
}

function useImportColumns(): Column<Import>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();

  return [
    {
      id: 'createdAt',
      header: t('field.createdAt'),
      rowHeader: true,
      width: 1.2,
      value: ({ createdAt }) => createdAt,
      cell: ({ id, createdAt }) => (
        <Link to="/imports/$importId" params={{ importId: id }}>
          {format.instant(createdAt)}
        </Link>
      ),
    },
    { id: 'fileName', header: t('field.file'), width: 1.5, value: ({ fileName }) => fileName },
    {
      id: 'status',
      header: t('field.status'),
      width: 1.5,
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>,
    },
    {
      id: 'rowsTotal',
      header: t('field.rows'),
      align: 'end',
      width: 0.7,
      value: ({ rowsTotal }) => rowsTotal,
      cell: ({ rowsTotal }) => format.number(rowsTotal),
    },
    {
      id: 'problems',
      header: t('field.problems'),
      align: 'end',
      width: 0.7,
      value: ({ problems }) => problems,
      cell: ({ problems }) => format.number(problems),
    },
    { id: 'createdBy', header: t('field.createdBy'), width: 1.4, value: ({ createdBy }) => createdBy },
  ];
}
