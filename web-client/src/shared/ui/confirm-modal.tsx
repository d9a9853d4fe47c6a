import { useId, useState } from 'react';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConfirmProps } from './confirm-dialog';
import { Failure } from './failure';
import { sayDone } from './say-done';

export function ConfirmModal({ opened, onClose, title, ...body }: ConfirmProps) {
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
  silent,
  onConfirm,
  onClose,
}: Omit<ConfirmProps, 'opened' | 'title'>) {
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
      if (done === false) return;
      if (!silent) sayDone(confirmLabel);
      onClose();
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
