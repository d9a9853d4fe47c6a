import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextAreaField } from '@/shared/ui/fields';

type Props = {
  opened: boolean;
  onClose: () => void;
  topic: string;
  /** Answers `false` when the dialog must stay, e.g. because somebody changed the meeting. */
  onSend: (summary: string) => Promise<boolean>;
};

/** An arranged meeting took place: what came of it. */
export function HeldDialog({ opened, onClose, topic, onSend }: Props) {
  const { t } = useTranslation('meetings');
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title={t('held.title')}
      submitLabel={t('held.confirm')}
      defaults={{ summary: '' }}
      onSend={({ summary }) => onSend(summary.trim())}
    >
      {({ control }) => (
        <>
          <Text>{topic}</Text>
          <TextAreaField control={control} name="summary" label={t('field.summary')} hint={t('form.summaryHint')} required />
        </>
      )}
    </CommandDialog>
  );
}
