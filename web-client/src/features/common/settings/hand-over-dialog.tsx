import { useState } from 'react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { invitationActs } from './acts';
import { refreshInvitations, type HandedOver, type IdentityDocument, type Invitation } from './api';
import { InvitationSheet } from './invitation-sheet';

const documents: readonly IdentityDocument[] = ['Passport', 'OtherDocument'];

type Props = { invitation: Invitation; onClose: () => void };

/** The second official checks who it is, and gets the sheet. */
export function HandOverDialog({ invitation, onClose }: Props) {
  const { t } = useTranslation('settings');
  const [sheet, setSheet] = useState<HandedOver>();
  return (
    <Modal opened onClose={onClose} title={t('invitations.handOverTitle', { name: invitation.name })} size="lg" closeOnClickOutside={!sheet}>
      {sheet ? <InvitationSheet sheet={sheet} onClose={onClose} /> : <Check id={invitation.id} onClose={onClose} onChecked={setSheet} />}
    </Modal>
  );
}

function Check({ id, onClose, onChecked }: { id: string; onClose: () => void; onChecked: (sheet: HandedOver) => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const form = useForm<{ document: IdentityDocument }>({ defaultValues: { document: 'Passport' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['document']);
  const send = submit(async ({ document }) => {
    onChecked(await invitationActs.handOver(id, document));
    await refreshInvitations(client);
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm">{t('invitations.handOverText')}</Text>
        <SelectField
          control={form.control}
          name="document"
          label={t('invitations.document')}
          options={documents.map((value) => ({ value, label: t(`invitations.${value}`) }))}
        />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('invitations.handOverSend')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
