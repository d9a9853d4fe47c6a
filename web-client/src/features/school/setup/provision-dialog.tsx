import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { setupActs, type Provision, type ProvisionPlan } from './api';
import { provisionKinds } from './provisions';
import { StaffPicker } from './staff-picker';
import { useAct } from './use-act';

const conditions = ['Legal', 'Pedagogical', 'Methodical', 'Managerial', 'Financial'] as const;
const outcomes = ['Growth', 'SelfDetermination', 'SelfRealisation', 'Retention'] as const;
const FIELDS = ['kind', 'condition', 'outcomes', 'title', 'responsibleId', 'dueOn', 'basis', 'note'] as const;

type Props = { organizationId: string; edited: Provision | 'new' | undefined; onClose: () => void };

export function ProvisionDialog({ edited, ...rest }: Props) {
  const { t } = useTranslation('setup');
  return (
    <Modal opened={edited !== undefined} onClose={rest.onClose} title={t(edited === 'new' ? 'provision.add' : 'provision.editTitle')}>
      {edited && <Form {...rest} before={edited === 'new' ? undefined : edited} />}
    </Modal>
  );
}

type Values = {
  kind: Provision['kind'];
  condition: Provision['condition'];
  outcomes: string[];
  title: string;
  responsibleId: { id: string; name: string } | null;
  dueOn: string;
  basis: string;
  note: string;
};

function Form({ organizationId, before, onClose }: Omit<Props, 'edited'> & { before: Provision | undefined }) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const { act, dialog } = useAct();
  const form = useForm<Values>({
    defaultValues: {
      kind: before?.kind ?? 'Organizational',
      condition: before?.condition ?? 'Managerial',
      outcomes: before ? [...before.outcomes] : ['Growth'],
      title: before?.title ?? '',
      responsibleId: before?.responsibleId ? { id: before.responsibleId, name: before.responsibleName ?? '' } : null,
      dueOn: before?.dueOn ?? '',
      basis: before?.basis ?? '',
      note: before?.note ?? '',
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;
  const wanted = useController({ control, name: 'outcomes', rules: { validate: (value) => value.length > 0 || t('provision.outcomesRequired') } });
  const person = useController({ control, name: 'responsibleId' });

  const save = submit(async ({ kind, condition, title, responsibleId, dueOn, basis, note, ...values }) => {
    const plan: ProvisionPlan = {
      kind,
      condition,
      title,
      outcomes: values.outcomes as ProvisionPlan['outcomes'],
      ...(responsibleId ? { responsibleId: responsibleId.id } : {}),
      ...(dueOn ? { dueOn } : {}),
      ...(basis.trim() ? { basis: basis.trim() } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    const done = await act(() =>
      before ? setupActs.revise(before.id, { ...plan, version: before.version }) : setupActs.add(organizationId, plan, header),
    );
    if (!done) return;
    sayDone(common('form.save'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <TextField control={control} name="title" label={t('provision.title')} required maxLength={500} />
        <SelectField
          control={control}
          name="kind"
          label={t('provision.kind')}
          options={provisionKinds.map((value) => ({ value, label: t(`provisionKind.${value}`) }))}
        />
        <SelectField
          control={control}
          name="condition"
          label={t('provision.condition')}
          options={conditions.map((value) => ({ value, label: t(`condition.${value}`) }))}
        />
        <Checkbox.Group
          label={t('provision.outcomes')}
          required
          value={wanted.field.value}
          onChange={wanted.field.onChange}
          error={wanted.fieldState.error?.message}
        >
          <Stack gap={6} mt={6}>
            {outcomes.map((value, index) => (
              <Checkbox key={value} {...(index === 0 ? { id: 'outcomes' } : {})} value={value} label={t(`outcome.${value}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <StaffPicker
          organizationId={organizationId}
          id="responsibleId"
          label={t('provision.responsible')}
          value={person.field.value ?? undefined}
          onChange={(next) => person.field.onChange(next ?? null)}
          error={person.fieldState.error?.message}
        />
        <DateField control={control} name="dueOn" label={t('provision.dueOn')} />
        <TextField control={control} name="basis" label={t('provision.basis')} maxLength={500} />
        <TextAreaField control={control} name="note" label={t('provision.note')} rows={2} maxLength={2000} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {common('form.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
