import { useState } from 'react';
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useController, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { roleName } from '@/shared/me/role-name';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField, TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { AccountPicker } from './account-picker';
import { needsConfirmation, refreshRoles, roleActs, type Role, type StaffAccount } from './api';

const roles = ['Curator', 'CouncilChair', 'CouncilMember', 'Psychologist', 'UnionRepresentative', 'SiteEditor', 'Mentor', 'Mentee'] as const;

type Props = {
  organizationId: string;
  opened: boolean;
  onClose: () => void;
  /** Fixed by whoever opens the dialog, e.g. to appoint the curator. */
  role?: Role | undefined;
  /** Only people of this position, e.g. deputies. */
  position?: string | undefined;
};

/** Gives a role to one of the staff; who has no account yet is invited by a link. */
export function GrantDialog({ opened, ...rest }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Modal opened={opened} onClose={rest.onClose} title={t(rest.role === 'Curator' ? 'grant.curator' : 'grant.title')}>
      <Body {...rest} />
    </Modal>
  );
}

type Invitation = { link: string; expiresAt: string; name: string };

function Body(props: Omit<Props, 'opened'>) {
  const [invitation, setInvitation] = useState<Invitation>();
  return invitation ? <Invited {...invitation} onClose={props.onClose} /> : <Form {...props} onInvited={setInvitation} />;
}

type Values = { role: Role; person: StaffAccount | null; email: string; startedOn: string; basis: string };
const FIELDS = ['role', 'person', 'email', 'startedOn', 'basis'] as const;

function Form({ organizationId, role = 'Curator', position, onClose, onInvited }: Omit<Props, 'opened'> & { onInvited: (to: Invitation) => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  // An account that was made stays made when giving the role fails: the next try goes on from there.
  const [made, setMade] = useState<Invitation & { accountId: string; personId: string }>();
  const form = useForm<Values>({ defaultValues: { role, person: null, email: '', startedOn: '', basis: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control, setValue } = form;
  const person = useController({ control, name: 'person', rules: { required: t('grant.personRequired') } });
  const chosen = person.field.value;
  const confidential = needsConfirmation(useWatch({ control, name: 'role' }));
  const needsInvitation = chosen !== null && chosen.accountId === null && made?.personId !== chosen.personId;

  const send = submit(async ({ person: who, email, startedOn, basis, ...values }) => {
    if (!who) return;
    let invited = made?.personId === who.personId ? made : undefined;
    if (!who.accountId && !invited) {
      const { accountId, token, expiresAt } = await roleActs.invite(who.personId, email.trim());
      invited = { accountId, personId: who.personId, name: who.name, expiresAt, link: `${location.origin}/set-password?token=${token}` };
      setMade(invited);
    }
    await roleActs.grant(
      {
        accountId: who.accountId ?? invited!.accountId,
        role: values.role,
        organizationId,
        ...(startedOn ? { startedOn } : {}),
        ...(basis.trim() ? { basis: basis.trim() } : {}),
      },
      header,
    );
    await refreshRoles(client);
    if (invited) onInvited(invited);
    else onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {!position && <SelectField control={control} name="role" label={t('field.role')} options={roles.map((value) => ({ value, label: roleName(value) }))} />}
        {confidential && (
          <Alert variant="light" role="note">
            {t('grant.confidential')}
          </Alert>
        )}
        <AccountPicker
          organizationId={organizationId}
          position={position}
          value={chosen}
          onChange={(next) => {
            person.field.onChange(next);
            setValue('email', next?.email ?? '');
          }}
          error={person.fieldState.error?.message}
        />
        {needsInvitation && (
          <>
            <Text size="sm" c="dimmed">
              {t('grant.noAccount')}
            </Text>
            <TextField control={control} name="email" label={t('field.email')} required maxLength={254} />
          </>
        )}
        <TextField control={control} name="basis" label={t('field.basis')} hint={t('grant.basisHint')} required={confidential} maxLength={500} />
        <DateField control={control} name="startedOn" label={t('field.startedOn')} hint={t('grant.startHint')} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t(`grant.${confidential ? 'propose' : 'send'}${needsInvitation ? 'AndInvite' : ''}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The link is shown once: whoever invites hands it over. */
function Invited({ link, name, expiresAt, onClose }: Invitation & { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Alert variant="light" role="status">
        {t('invited.text', { name, until: format.instant(expiresAt) })}
      </Alert>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
        {link}
      </Code>
      <Group justify="end" gap="xs">
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'invited.copied' : 'invited.copy')}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {common('form.close')}
        </Button>
      </Group>
    </Stack>
  );
}
