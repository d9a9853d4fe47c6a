import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Failure } from '@/shared/ui/failure';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { practiceActs } from './acts';
import { refreshPractices } from './api';
import { practiceLists } from './lists';
import { useKinds, type Practice } from './types';

type Values = { programId: string; kind: (typeof useKinds)[number]; note: string };
type Props = { practice: Practice; person: string | undefined; opened: boolean; onClose: () => void };

/** Takes the practice into one of the programs that the reader plans. */
export function UseDialog({ practice: { id, organizationId }, person, opened, onClose }: Props) {
  const { t } = useTranslation('practices');
  const { data: programs, error } = useQuery({ ...practiceLists.programs(organizationId, person), enabled: opened });

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('use.title')}
      submitLabel={t('use.send')}
      defaults={{ programId: '', kind: 'Resource', note: '' }}
      onSend={({ note, ...body }, header) => practiceActs.use(id, { ...body, note: note.trim() }, header)}
      refresh={refreshPractices}
    >
      {({ control }) => (
        <>
          {error && <Failure error={error} />}
          {programs?.length === 0 && <Text>{t('use.none')}</Text>}
          <SelectField
            control={control}
            name="programId"
            label={t('use.program')}
            options={(programs ?? []).map(({ id: value, title, mentees }) => ({ value, label: `${title} (${mentees.map(({ name }) => name).join(', ')})` }))}
            empty={t('use.choose')}
            required
          />
          <SelectField control={control} name="kind" label={t('use.kind')} options={useKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextAreaField control={control} name="note" label={t('use.note')} hint={t('use.noteHint')} rows={2} maxLength={1000} required />
        </>
      )}
    </CommandDialog>
  );
}
