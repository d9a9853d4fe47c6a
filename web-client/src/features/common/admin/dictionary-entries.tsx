import { useState } from 'react';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dictionary, type DictionaryCode } from '@/shared/dictionary/api';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { dialogLater } from '@/shared/ui/later';
import { dictionaries, type DictionaryEntry } from './api';

const EntryDialog = dialogLater(async () => (await import('./entry-dialog')).EntryDialog, ({ edited }) => edited !== undefined);

/** The lists that forms choose from, as they hold today. */
export function DictionaryEntries() {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [code, setCode] = useState<DictionaryCode>('position');
  const [edited, setEdited] = useState<DictionaryEntry | 'new'>();
  const entries = useQuery(dictionary.list(code));

  const columns: Column<DictionaryEntry>[] = [
    { id: 'nameRu', header: t('nameRu'), rowHeader: true, width: 2, value: ({ nameRu }) => nameRu },
    { id: 'nameEn', header: t('nameEn'), width: 2, value: ({ nameEn }) => nameEn },
    { id: 'code', header: t('entry.code'), width: 1.4, value: (row) => row.code },
    { id: 'source', header: t('entry.source'), width: 1.6, value: ({ source }) => source },
    { id: 'validFrom', header: t('entry.validFrom'), value: ({ validFrom }) => validFrom, cell: ({ validFrom }) => format.date(validFrom) },
    {
      id: 'revise',
      header: t('entry.acts'),
      unsortable: true,
      value: () => '',
      cell: (row) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('entry.reviseOf', { name: row.nameRu })}
          onClick={() => setEdited(row)}
        >
          {t('entry.revise')}
        </Button>
      ),
    },
  ];

  return (
    <>
      <Group justify="space-between" align="end" mb="sm">
        <NativeSelect
          label={t('entry.dictionary')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value as DictionaryCode)}
          data={dictionaries.map((value) => ({ value, label: t(`dictionary.${value}`) }))}
        />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {t('entry.add')}
        </Button>
      </Group>
      <DataTable
        key={code}
        id="dictionary"
        label={t(`dictionary.${code}`)}
        columns={columns}
        rows={entries.data}
        rowKey={(row) => row.code}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        wrap
      />
      <EntryDialog dictionary={code} edited={edited} onClose={() => setEdited(undefined)} />
    </>
  );
}
