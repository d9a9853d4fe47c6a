import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { tutorActs } from './acts';
import { tutors, type Mark, type Said } from './api';

type Props = {
  tutoringId: string;
  said: Said | undefined;
  /** What the other side says, to be agreed with. */
  settled: Mark | undefined;
  onClose: () => void;
};

/** How a subject stands, and why. */
export function MarkDialog({ tutoringId, said, settled, onClose }: Props) {
  const { t } = useTranslation('tutors');
  const choices = said?.choices ?? [];
  return (
    <CommandDialog<{ says: Mark; words: string }>
      opened={said !== undefined}
      onClose={onClose}
      title={said ? t(`marks.subject.${said.subject}`) : ''}
      submitLabel={t(settled ? 'marks.agree' : 'save')}
      defaults={{ says: settled ?? choices[0] ?? 'Works', words: '' }}
      fields={['says', 'words']}
      refresh={tutors.all}
      onSend={({ says, words }, header) =>
        said ? tutorActs.mark(tutoringId, { subject: said.subject, says, words: words.trim() || null }, header) : Promise.resolve()
      }
    >
      {({ control }) => (
        <>
          {settled ? (
            <Text>{t('marks.agreeTo', { says: t(`marks.says.${settled}`) })}</Text>
          ) : (
            <SelectField
              control={control}
              name="says"
              label={t('marks.how')}
              options={choices.map((value) => ({ value, label: t(`marks.says.${value}`) }))}
            />
          )}
          <TextAreaField control={control} name="words" label={t('marks.words')} hint={t('marks.wordsHint')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
