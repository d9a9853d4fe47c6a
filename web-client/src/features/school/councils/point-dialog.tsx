import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { councilActs } from './acts';
import { refreshCouncils } from '@/shared/councils/refresh';
import { agendaKinds } from './status';
import type { AgendaKind, Meeting } from './types';

type Values = { kind: AgendaKind; subject: string; speaker: string; link: string };
type Props = { meeting: Meeting; opened: boolean; onClose: () => void };

/** Puts a point on the agenda. */
export function PointDialog({ meeting, opened, onClose }: Props) {
  const { t } = useTranslation('councils');
  const kinds = agendaKinds.map((value) => ({ value, label: t(`agendaKind.${value}`) }));

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('plan.addPoint')}
      submitLabel={t('plan.add')}
      defaults={{ kind: 'Program', subject: '', speaker: '', link: '' }}
      onSend={({ kind, subject, speaker, link }, header) => {
        const body = { kind, subject: subject.trim(), speaker: speaker.trim() || null, link: link.trim() || null };
        return councilActs.addPoint(meeting.id, body, header);
      }}
      refresh={refreshCouncils}
    >
      {({ control }) => (
        <>
          <SelectField control={control} name="kind" label={t('plan.kind')} options={kinds} />
          <TextAreaField control={control} name="subject" label={t('plan.subjectOne')} rows={2} maxLength={500} required />
          <TextField control={control} name="speaker" label={t('plan.speaker')} maxLength={200} />
          <TextField control={control} name="link" label={t('plan.link')} hint={t('plan.linkHint')} maxLength={300} />
        </>
      )}
    </CommandDialog>
  );
}
