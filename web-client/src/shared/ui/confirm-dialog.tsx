import { useId, useState, type ReactNode } from 'react';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** A verb: what will happen. */
  confirmLabel: string;
  danger?: boolean;
  /** Asks for a reason and does not go on without one, unless it is optional. */
  askReason?: boolean | 'optional';
  /** What the reason is called here. */
  reasonLabel?: string;
  /** The dialog stays open, and shows the failure, until this succeeds; `false` keeps it open too. */
  onConfirm: (reason: string) => unknown;
};

/** Asks before an act that cannot be taken back. */
export function ConfirmDialog({ opened, onClose, title, ...body }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Body {...body} onClose={onClose} />
    </Modal>
  );
}

function Body({
  children,
  confirmLabel,
  danger,
  askReason,
  reasonLabel,
  onConfirm,
  onClose,
}: Omit<Props, 'opened' | 'title'>) {
  const { t } = useTranslation();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const lacksReason = askReason === true && !reason.trim();

  const confirm = async () => {
    setAsked(true);
    if (lacksReason) {
      document.getElementById(reasonId)?.focus();
      return;
    }
    setPending(true);
    setError(undefined);
    try {
      const done = await onConfirm(reason.trim());
      if (done !== false) onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack gap="md">
      {children}
      {askReason && (
        <Textarea
          id={reasonId}
          label={reasonLabel ?? t(askReason === 'optional' ? 'form.reasonOptional' : 'form.reason')}
          required={askReason === true}
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          error={asked && lacksReason && t('form.reasonRequired')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {error !== undefined && <Failure error={error} />}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        <Button {...(danger ? { color: 'red.9' } : {})} loading={pending} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  );
}
