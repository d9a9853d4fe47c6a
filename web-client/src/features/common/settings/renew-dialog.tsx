import { useState } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { invitationActs } from './acts';
import { refreshInvitations, type Delivery, type Invited as Answer } from './api';
import { DeliveryField } from './delivery-field';
import { Invited } from './invited';

type Props = {
  organizationId: string;
  /** Of an invitation that is old, lost or blocked, or of a role whose holder has lost the password. */
  account: { accountId: string; name: string; delivery?: Delivery };
  onClose: () => void;
};

/** A new link in the place of one before, or of a password. */
export function RenewDialog({ organizationId, account, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [answer, setAnswer] = useState<Answer>();
  const form = useForm<{ delivery: Delivery }>({ defaultValues: { delivery: account.delivery ?? 'Mail' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['delivery']);
  const send = submit(async ({ delivery }) => {
    setAnswer(await invitationActs.renew(account.accountId, organizationId, delivery));
    await refreshInvitations(client);
  });

  return (
    <Modal opened onClose={onClose} title={t('invitations.renewTitle')}>
      {answer ? (
        <Invited answer={answer} name={account.name} linkOnly onClose={onClose} />
      ) : (
        <form noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary {...summary} />
          <Stack gap="sm">
            <Text size="sm">{t('invitations.renewText', { name: account.name })}</Text>
            <DeliveryField control={form.control} name="delivery" />
            <Group justify="end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {common('form.cancel')}
              </Button>
              <Button type="submit" loading={form.formState.isSubmitting}>
                {t('invitations.renew')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
