import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dictionary as dictionaries, type DictionaryCode } from '@/shared/dictionary/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextField } from '@/shared/ui/fields';
import { admin, type DictionaryEntry } from './api';

type Props = {
  dictionary: DictionaryCode;
  /** Closed when absent. */
  edited: DictionaryEntry | 'new' | undefined;
  onClose: () => void;
};

type Values = { code: string; nameRu: string; nameEn: string; source: string };

/** Adds an entry, or supersedes the given one from today on. */
export function EntryDialog({ dictionary, edited, onClose }: Props) {
  const { t } = useTranslation('admin');
  const before = edited === 'new' ? undefined : edited;
  const { code = '', nameRu = '', nameEn = '', source } = before ?? {};
  return (
    <CommandDialog<Values>
      opened={edited !== undefined}
      onClose={onClose}
      title={t(before ? 'entry.reviseTitle' : 'entry.add')}
      submitLabel={t(before ? 'entry.save' : 'entry.add')}
      defaults={{ code, nameRu, nameEn, source: source ?? '' }}
      refresh={dictionaries.list(dictionary).queryKey}
      onSend={({ code: entered, source: basis, ...names }, header) => {
        const text = { ...names, ...(basis ? { source: basis } : {}) };
        return before ? admin.reviseEntry(dictionary, before, text, header) : admin.addEntry(dictionary, { ...text, code: entered }, header);
      }}
    >
      {({ control }) => (
        <>
          {before ? (
            <Text size="sm" c="dimmed">
              {t('entry.revisionText')}
            </Text>
          ) : (
            <TextField control={control} name="code" required label={t('entry.code')} hint={t('entry.codeHint')} />
          )}
          <TextField control={control} name="nameRu" required label={t('nameRu')} maxLength={300} />
          <TextField control={control} name="nameEn" required label={t('nameEn')} maxLength={300} />
          <TextField control={control} name="source" label={t('entry.source')} hint={t('entry.sourceHint')} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
}
