import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, TextAreaField, TextField } from '@/shared/ui/fields';
import { councilActs } from './acts';
import { refreshCouncils } from '@/shared/councils/refresh';
import type { Meeting, Point } from './types';

type Values = { text: string; responsibleName: string; dueOn: string };
type Props = { meeting: Meeting; point: Point; opened: boolean; onClose: () => void };

/** Puts a decision on a point to the vote. */
export function DecisionDialog({ meeting, point, opened, onClose }: Props) {
  const { t } = useTranslation('councils');

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('decision.proposeTitle', { subject: point.subject })}
      submitLabel={t('decision.propose')}
      defaults={{ text: '', responsibleName: '', dueOn: '' }}
      onSend={({ text, responsibleName, dueOn }, header) => {
        const body = { agendaItemId: point.id, text: text.trim(), responsibleName: responsibleName.trim() || null, dueOn: dueOn || null };
        return councilActs.propose(meeting.id, body, header);
      }}
      refresh={refreshCouncils}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="text" label={t('decision.text')} maxLength={2000} required />
          <TextField control={control} name="responsibleName" label={t('decision.responsible')} maxLength={200} />
          <DateField control={control} name="dueOn" label={t('decision.dueOn')} />
        </>
      )}
    </CommandDialog>
  );
}
