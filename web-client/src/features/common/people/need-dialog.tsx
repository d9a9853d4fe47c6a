import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import type { Need, NeedCategory } from './api';
import { categories } from './needs';

const NOTE_LENGTH = 1000;
const FIELDS = ['category', 'note'] as const;

type Props = {
  /** Whose need it is; closed when absent. */
  name: string | undefined;
  before: Need | null;
  schoolYear: string;
  onSave: (need: Need) => Promise<unknown>;
  onClose: () => void;
};

/** Why a person needs a mentor this school year. */
export function NeedDialog({ name, ...form }: Props) {
  const { t } = useTranslation('people');
  return (
    <Modal opened={name !== undefined} onClose={form.onClose} title={t('need.title')}>
      <Form {...form} name={name ?? ''} />
    </Modal>
  );
}

type Values = { category: NeedCategory | ''; note: string };

function Form({ name, before, schoolYear, onSave, onClose }: Props) {
  const { t } = useTranslation('people');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    defaultValues: { category: before?.category ?? '', note: before?.note ?? '' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const category = useController({
    control: form.control,
    name: 'category',
    rules: { required: t('need.categoryRequired') },
  });
  const { errors, isSubmitting } = form.formState;

  const send = submit(async ({ category: chosen, note }) => {
    if (!chosen) return;
    await onSave({ category: chosen, note: note.trim() || null });
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('need.about', { name, year: schoolYear })}
        </Text>
        <Radio.Group
          name="category"
          label={t('need.category')}
          required
          value={category.field.value}
          onChange={category.field.onChange}
          error={errors.category?.message}
        >
          <Stack gap="xs" mt={4}>
            {categories.map((code, index) => (
              <Radio
                key={code}
                {...(index === 0 ? { id: 'category' } : {})}
                value={code}
                label={t(`needCategory.${code}`)}
                description={t(`needHint.${code}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          id="note"
          label={t('need.note')}
          description={t('need.noteHint')}
          autosize
          minRows={2}
          maxRows={8}
          error={errors.note?.message}
          {...form.register('note', {
            maxLength: { value: NOTE_LENGTH, message: t('need.noteLong', { most: NOTE_LENGTH }) },
          })}
        />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={isSubmitting}>
            {t('need.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
