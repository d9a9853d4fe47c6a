import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextAreaField, TextField } from '@/shared/ui/fields';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import type { Meeting } from './types';

type Values = { secretaryName: string; heard: { text: string }[] };
type Props = { meeting: Meeting; opened: boolean; onClose: () => void };

/** Ends a meeting: what was said goes into the minutes, which then get their number. */
export function CloseDialog({ meeting, opened, onClose }: Props) {
  const { t } = useTranslation('councils');
  const { act, dialog } = useCouncilAct();
  const initial: Values = { secretaryName: meeting.secretaryName ?? '', heard: meeting.agenda.map(({ heard }) => ({ text: heard ?? '' })) };

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        size="lg"
        title={t('meeting.closeTitle')}
        submitLabel={t('meeting.close')}
        defaults={initial}
        onSend={({ secretaryName, heard }) =>
          act(() =>
            councilActs.close(meeting.id, {
              version: meeting.version,
              secretaryName: secretaryName.trim(),
              heard: meeting.agenda.map(({ id }, index) => ({ agendaItemId: id, text: heard[index]?.text.trim() ?? '' })),
            }),
          )
        }
      >
        {({ control }) => (
          <>
            <TextField control={control} name="secretaryName" label={t('meeting.secretary')} maxLength={200} required />
            {meeting.agenda.map(({ id, position, subject }, index) => (
              <TextAreaField
                key={id}
                control={control}
                name={`heard.${index}.text`}
                label={t('meeting.heard', { position, subject })}
                rows={2}
                maxLength={4000}
              />
            ))}
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
