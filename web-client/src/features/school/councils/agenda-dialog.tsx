import { Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useEveryPage } from '@/shared/api/use-every-page';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Failure } from '@/shared/ui/failure';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { LinkButton } from '@/shared/ui/link-button';
import { councilActs } from './acts';
import { refreshCouncils } from '@/shared/councils/refresh';
import { councils } from './api';

type Values = { meetingId: string; subject: string; speaker: string };
type Props = { organizationId: string; actId: string; title: string; opened: boolean; onClose: () => void };

/** Puts an act on the agenda of one of the meetings that are planned. */
export function AgendaDialog({ organizationId, actId, title, opened, onClose }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const meetings = useEveryPage({ ...councils.meetings(organizationId), enabled: opened });
  const planned = meetings.items.filter(({ status }) => status === 'Planned').reverse();
  const options = planned.map(({ id, startsAt, place }) => ({ value: id, label: `${format.instant(startsAt)}, ${place}` }));

  if (meetings.isComplete && planned.length === 0)
    return (
      <Modal opened={opened} onClose={onClose} title={t('toAgenda.title')}>
        <Stack gap="md" align="start">
          <Text>{t('toAgenda.noMeetings')}</Text>
          <LinkButton to="/council" search={{ tab: 'meetings' }}>
            {t('toAgenda.toMeetings')}
          </LinkButton>
        </Stack>
      </Modal>
    );

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('toAgenda.title')}
      submitLabel={t('toAgenda.send')}
      defaults={{ meetingId: '', subject: t('toAgenda.subjectOf', { title }), speaker: '' }}
      onSend={async ({ meetingId, subject, speaker }, header) => {
        const point = { kind: 'Act' as const, subject: subject.trim(), speaker: speaker.trim() || null, link: `/documents/${actId}` };
        const { position } = await councilActs.addPoint(meetingId, point, header);
        notifications.show({ message: t('toAgenda.done', { position }) });
      }}
      refresh={refreshCouncils}
      silent
    >
      {({ control }) => (
        <>
          {meetings.error && <Failure error={meetings.error} onRetry={() => void meetings.refetch()} />}
          <SelectField control={control} name="meetingId" label={t('toAgenda.meeting')} options={options} empty={t('toAgenda.choose')} required />
          <TextAreaField control={control} name="subject" label={t('plan.subjectOne')} rows={2} maxLength={500} required />
          <TextField control={control} name="speaker" label={t('plan.speaker')} maxLength={200} />
        </>
      )}
    </CommandDialog>
  );
}
