import { useState } from 'react';
import { Alert, Button } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { Agenda } from './agenda';
import { councilActs } from './acts';
import { councils } from './api';
import { Attendance } from './attendance';
import { Minutes } from './minutes';
import { meetingTones } from './status';

const PlanDialog = dialogLater(async () => (await import('./plan-dialog')).PlanDialog);
const CloseDialog = dialogLater(async () => (await import('./close-dialog')).CloseDialog);

/** One meeting of the council: before it the agenda, in it attendance and votes, after it the minutes. */
export function MeetingPage({ meetingId, mayLead }: { meetingId: string; mayLead: boolean }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { data: meeting } = useSuspenseQuery(councils.meeting(meetingId));
  const [dialogOf, setDialogOf] = useState<'revise' | 'cancel' | 'close'>();
  const [present, setPresent] = useState<string[]>([]);
  const { act, dialog } = useCouncilAct();
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => setDialogOf(undefined);
  const { status, number, version, steps } = meeting;

  return (
    <>
      <div className="no-print">
        <p>
          <Link to="/council" search={{ tab: 'meetings' }} activeOptions={{ exact: true }}>
            {t('meeting.back')}
          </Link>
        </p>
        <RecordHeader
          title={number ? t('meeting.titleNumbered', { number }) : t('meeting.title')}
          status={<StatusTag tone={meetingTones[status]}>{t(`meetingStatus.${status}`)}</StatusTag>}
          facts={[
            { label: t('meeting.startsAt'), value: format.instant(meeting.startsAt, 'long') },
            { label: t('plan.place'), value: meeting.place },
            { label: t('meeting.calledBy'), value: meeting.calledByName },
            ...(meeting.secretaryName ? [{ label: t('meeting.secretary'), value: meeting.secretaryName }] : []),
          ]}
        >
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {t(status === 'Held' ? 'meeting.printMinutes' : 'meeting.printAgenda')}
          </Button>
          {steps.includes('Cancel') && (
            <>
              <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialogOf('revise')}>
                {t('meeting.revise')}
              </Button>
              <Button variant="default" onClick={() => setDialogOf('cancel')}>
                {t('meeting.cancel')}
              </Button>
            </>
          )}
          {steps.includes('Open') && <Button onClick={() => setOpening(true)}>{t('meeting.open')}</Button>}
          {steps.includes('Close') && <Button onClick={() => setDialogOf('close')}>{t('meeting.close')}</Button>}
        </RecordHeader>

        {meeting.cancelReason && (
          <Alert variant="outline" mb="md" title={t('meetingStatus.Cancelled')}>
            {meeting.cancelReason}
          </Alert>
        )}
        {status === 'InSession' && !meeting.hasQuorum && (
          <Alert variant="outline" color="orange" mb="md" title={t('meeting.noQuorum')}>
            {t('meeting.noQuorumText', { quorum: meeting.quorum })}
          </Alert>
        )}

        {error !== undefined && <Failure error={error} />}
        <div className={rows.wide}>
          <Agenda meeting={meeting} />
          <Attendance
            key={version}
            meeting={meeting}
            may={mayLead && (status === 'Planned' || status === 'InSession')}
            present={status === 'Planned' ? present : meeting.attendance.filter((one) => one.present).map((one) => one.personId)}
            onChange={(ids) => {
              if (status === 'Planned') setPresent(ids);
              else void act(() => councilActs.attend(meetingId, version, ids)).catch(setError);
            }}
          />
        </div>
      </div>
      <Minutes meeting={meeting} />

      <PlanDialog organizationId={meeting.organizationId} meeting={meeting} opened={dialogOf === 'revise'} onClose={close} />
      <CloseDialog meeting={meeting} opened={dialogOf === 'close'} onClose={close} />
      <ConfirmDialog
        opened={dialogOf === 'cancel'}
        onClose={close}
        title={t('meeting.cancelTitle')}
        confirmLabel={t('meeting.cancel')}
        askReason
        danger
        onConfirm={(reason) => act(() => councilActs.cancel(meetingId, version, reason))}
      />
      <ConfirmDialog
        opened={opening}
        onClose={() => setOpening(false)}
        title={t('meeting.openTitle')}
        confirmLabel={t('meeting.open')}
        onConfirm={() => act(() => councilActs.open(meetingId, version, present))}
      >
        {t('meeting.openText', { count: present.length, quorum: meeting.quorum })}
      </ConfirmDialog>
      {dialog}
    </>
  );
}
