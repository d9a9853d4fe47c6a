import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { actActs } from './acts';
import { acts, refreshActs, type ActKind } from './api';
import { asksUnion, kinds } from './kinds';

type Props = {
  organizationId: string;
  opened: boolean;
  /** Chosen beforehand, e.g. by a step of the set-up. */
  kind?: ActKind | undefined;
  onClose: () => void;
  onDrafted: (actId: string) => void;
};

export function DraftDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('local-acts');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('draft.title')}>
      <Form {...form} />
    </Modal>
  );
}

type Values = { kind: ActKind; title: string; needsUnion: boolean; noUnionReason: string };
const FIELDS = ['kind', 'title', 'noUnionReason'] as const;

function Form({ organizationId, kind = 'IntroductionOrder', onClose, onDrafted }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('local-acts');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const { data: templates } = useQuery(acts.templates(organizationId));
  const form = useForm<Values>({
    defaultValues: { kind, title: '', needsUnion: asksUnion.includes(kind), noUnionReason: '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control, watch, setValue } = form;
  const chosen = watch('kind');
  const needsUnion = watch('needsUnion');
  const own = templates?.templates.find((one) => one.kind === chosen);

  const send = submit(async ({ title, noUnionReason, ...values }) => {
    const drafted = await actActs.draft(
      organizationId,
      { ...values, ...(title.trim() ? { title: title.trim() } : {}), ...(noUnionReason.trim() ? { noUnionReason: noUnionReason.trim() } : {}) },
      header,
    );
    await refreshActs(client);
    sayDone(t('draft.send'));
    onDrafted(drafted.id);
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('draft.text')}
        </Text>
        <div onChange={() => setValue('needsUnion', asksUnion.includes(form.getValues('kind')))}>
          <SelectField control={control} name="kind" label={t('field.kind')} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </div>
        <TextField
          control={control}
          name="title"
          label={t('field.title')}
          hint={t('draft.titleHint', { title: own?.ownTitle ?? own?.title ?? '' })}
          maxLength={300}
        />
        <Checkbox
          label={t('draft.needsUnion')}
          description={t('draft.needsUnionHint')}
          checked={needsUnion}
          onChange={({ currentTarget }) => setValue('needsUnion', currentTarget.checked)}
        />
        {!needsUnion && asksUnion.includes(chosen) && (
          <>
            <Alert variant="light">{t('draft.withoutUnion')}</Alert>
            <TextAreaField control={control} name="noUnionReason" label={t('field.noUnionReason')} required rows={2} maxLength={1000} />
          </>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('draft.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
