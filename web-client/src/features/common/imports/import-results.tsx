import { useState } from 'react';
import { Box, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { LoadMore } from '@/shared/ui/load-more';
import { imports, type Import, type ImportResult } from './api';

/** What would come to whom: looked at before it is confirmed; nothing of it is kept afterwards. */
export function ImportResults({ current: { id, version, status } }: { current: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 300);
  const pages = useInfiniteQuery(imports.results(id, version, search));
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  if (status !== 'Checked' || (rows?.length === 0 && !search)) return null;

  const columns: Column<ImportResult>[] = [
    { id: 'name', header: t('results.name'), rowHeader: true, unsortable: true, width: 2, value: ({ name }) => name },
    { id: 'school', header: t('results.school'), unsortable: true, width: 1.5, value: ({ schoolName }) => schoolName },
    { id: 'day', header: t('results.day'), unsortable: true, value: ({ day }) => format.date(day) },
    {
      id: 'areas',
      header: t('results.areas'),
      unsortable: true,
      width: 2.5,
      value: ({ areas: levels }) => levels.map(({ area, level }) => t('results.level', { area: areas.name(area), level })).join('; '),
    },
    { id: 'change', header: t('results.change'), unsortable: true, width: 1.4, value: ({ change }) => t(`results.of.${change}`) },
  ];
  const first = rows?.[0];

  return (
    <Box component="section" mb="md">
      <Title order={2} mt="lg" mb="xs">
        {t('results.title')}
      </Title>
      {first && <Text mb="xs">{t('results.instrument', { name: format.language === 'ru' ? first.instrumentNameRu : first.instrumentNameEn })}</Text>}
      <TextInput
        aria-label={t('results.search')}
        placeholder={t('results.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        mb="xs"
        maw={360}
      />
      <DataTable
        id="import-results"
        label={t('results.title')}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => String(line)}
        summary=""
        error={pages.error}
        onRetry={() => void pages.refetch()}
        empty={<EmptyState title={t('results.none')} />}
        wrap
      />
      {rows && rows.length > 0 && <LoadMore pages={pages} shown={rows.length} />}
    </Box>
  );
}
