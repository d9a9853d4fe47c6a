import { useState } from 'react';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useController, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { roleName } from '@/shared/me/role-name';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField, TextField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { AccountPicker } from './account-picker';
import { roleActs } from './acts';
import { needsConfirmation, refreshRoles, type Delivery, type Invited as Answer, type Role, type StaffAccount } from './api';
import { DeliveryField } from './delivery-field';
import { Invited } from './invited';

const roles = ['Curator', 'CouncilChair', 'CouncilMember', 'Psychologist', 'UnionRepresentative', 'SiteEditor', 'Mentor', 'Mentee'] as const;
/** At a body of the external contour: a curator acts where something was handed over to it. */
const bodyRoles = ['Tutor', 'Methodologist', 'Expert', 'Curator'] as const;

type Props = {
  organizationId: string;
  opened: boolean;
  onClose: () => void;
  /** Fixed by whoever opens the dialog, e.g. to appoint the curator. */
  role?: Role | undefined;
  /** The founder's side: gives the head's own role too. */
  founder?: boolean | undefined;
  /** It is a body of the external contour, whose roles are others. */
  body?: boolean | undefined;
  /** Only people of this position, e.g. deputies. */
  position?: string | undefined;
};

/** Gives a role to one of the staff; who has no account yet is invited: the link goes to that person alone. */
export function GrantDialog({ opened, ...rest }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Modal opened={opened} onClose={rest.onClose} title={t(rest.role === 'Curator' ? 'grant.curator' : 'grant.title')}>
      <Body {...rest} />
    </Modal>
  );
}

type Invitation = { answer: Answer; name: string; linkOnly?: boolean };

function Body(props: Omit<Props, 'opened'>) {
  const [invitation, setInvitation] = useState<Invitation>();
  return invitation ? <Invited {...invitation} onClose={props.onClose} /> : <Form {...props} onInvited={setInvitation} />;
}

type Values = { role: Role; person: StaffAccount | null; email: string; delivery: Delivery; startedOn: string; basis: string };
const FIELDS = ['role', 'person', 'email', 'delivery', 'startedOn', 'basis'] as const;

type FormProps = Omit<Props, 'opened'> & { onInvited: (to: Invitation) => void };

function Form({ organizationId, body, role = body ? 'Tutor' : 'Curator', founder, position, onClose, onInvited }: FormProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  // An account that was made stays made when giving the role fails: the next try goes on from there.
  const [made, setMade] = useState<Invitation & { personId: string }>();
  const form = useForm<Values>({ defaultValues: { role, person: null, email: '', delivery: 'Mail', startedOn: '', basis: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control, setValue } = form;
  const offered = [...(founder ? ([body ? 'CentreHead' : 'Head'] as const) : []), ...(body ? bodyRoles : roles)];
  const person = useController({ control, name: 'person', rules: { required: t('grant.personRequired') } });
  const chosen = person.field.value;
  const confidential = needsConfirmation(useWatch({ control, name: 'role' }));
  const needsInvitation = chosen !== null && chosen.accountId === null && made?.personId !== chosen.personId;

  const send = submit(async ({ person: who, email, delivery, startedOn, basis, ...values }) => {
    if (!who) return;
    let invited = made?.personId === who.personId ? made : undefined;
    if (!who.accountId && !invited) {
      invited = { personId: who.personId, name: who.name, answer: await roleActs.invite(who.personId, email.trim(), organizationId, delivery) };
      setMade(invited);
    }
    await roleActs.grant(
      {
        accountId: who.accountId ?? invited!.answer.accountId,
        role: values.role,
        organizationId,
        ...(startedOn ? { startedOn } : {}),
        ...(basis.trim() ? { basis: basis.trim() } : {}),
      },
      header,
    );
    await refreshRoles(client);
    // A role that is only proposed is not told as given.
    if (invited) onInvited({ ...invited, linkOnly: needsConfirmation(values.role) });
    else onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        {!position && (
          <SelectField
            control={control}
            name="role"
            label={t('field.role')}
            options={offered.map((value) => ({ value, label: roleName(value) }))}
          />
        )}
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
            <DeliveryField control={control} name="delivery" />
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
