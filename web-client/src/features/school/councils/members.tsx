import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import { seatTones } from './status';
import type { Council, Seat } from './types';

const InviteDialog = dialogLater(async () => (await import('./invite-dialog')).InviteDialog);

type Props = { council: Council; mayManage: boolean; personId: string | undefined };

/** Who sits on the council, who is invited and who left. */
export function Members({ council, mayManage, personId }: Props) {
  const { t } = useTranslation('councils');
  const [inviting, setInviting] = useState(false);
  const invite = mayManage && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {t('members.invite')}
    </Button>
  );

  return (
    <>
      {council.seats.length === 0 ? (
        <EmptyState title={t('members.none')} text={t(mayManage ? 'members.noneText' : 'members.noneYet')}>
          {invite}
        </EmptyState>
      ) : (
        <>
          <Group justify="end" mb="sm">
            {invite}
          </Group>
          <ul className={rows.list}>
            {council.seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} mayManage={mayManage} own={seat.personId === personId} />
            ))}
          </ul>
        </>
      )}
      <InviteDialog council={council} opened={inviting} onClose={() => setInviting(false)} />
    </>
  );
}

function SeatRow({ seat, mayManage, own }: { seat: Seat; mayManage: boolean; own: boolean }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const [ending, setEnding] = useState(false);
  const { act, dialog } = useCouncilAct();
  const { id, version, status, kind, startedOn, endedOn } = seat;
  const offered = status === 'Invited' || status === 'Agreed';
  const leaves = own && (status === 'Held' || status === 'Agreed');
  const mayEnd = leaves || (mayManage && (status === 'Held' || offered));
  const word = leaves ? 'leave' : offered ? 'withdraw' : 'end';

  return (
    <li className={rows.row}>
      <div>
        <div className={rows.strong}>{seat.name}</div>
        <Text size="sm" c="dimmed">
          {[
            t(`seat.${kind}`),
            startedOn && (endedOn ? `${format.date(startedOn)} – ${format.lastDay(endedOn, startedOn)}` : t('members.since', { date: format.date(startedOn) })),
            status === 'Invited' && t('members.invitedAt', { date: format.date(seat.invitedAt) }),
            seat.basis,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {seat.publicCouncils && <Text size="sm">{t('members.publicCouncils', { text: seat.publicCouncils })}</Text>}
        {seat.reason && <p className={rows.text}>{seat.reason}</p>}
      </div>
      <div className={rows.tools}>
        <StatusTag tone={seatTones[status]}>{t(`seatStatus.${status}`)}</StatusTag>
        {mayEnd && (
          <Button size="compact-sm" variant="default" aria-label={`${t(`members.${word}`)}: ${seat.name}`} onClick={() => setEnding(true)}>
            {t(`members.${word}`)}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={ending}
        onClose={() => setEnding(false)}
        title={t(`members.${word}Title`)}
        confirmLabel={t(`members.${word}`)}
        askReason={leaves ? 'optional' : true}
        danger
        onConfirm={(reason) => act(() => (leaves ? councilActs.leave(id, version, reason) : councilActs.endSeat(id, version, reason)))}
      >
        <Text>{seat.name}</Text>
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
