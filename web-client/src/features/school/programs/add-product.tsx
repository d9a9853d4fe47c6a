import { Button, FileInput, Group, Stack, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { planActs } from './plan-acts';
import cls from './program-page.module.css';
import type { Program } from './types';
import { useAct } from './use-act';

const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.mp4,.txt';
const LARGEST = 20 * 1024 * 1024;

type Values = { title: string; activityId: string; file: File | null };
const blank: Values = { title: '', activityId: '', file: null };

export function AddProduct({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const key = useIdempotencyKey();
  const { act, dialog } = useAct();
  const room = useFileRoom({ programId: program.id });
  const form = useForm<Values>({ defaultValues: blank, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['title', 'activityId', 'file']);
  const { field, fieldState } = useController({
    control: form.control,
    name: 'file',
    rules: {
      required: t('products.chooseFile'),
      validate: (file) => !file || (file.size > LARGEST ? t('products.tooLarge') : (room.fault(file) ?? true)),
    },
  });

  const send = submit(async ({ title, activityId, file }) => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    body.append('title', title.trim());
    if (activityId) body.append('activityId', activityId);
    if (!(await act(() => planActs.addProduct(program.id, body, key.header)).finally(() => void room.refresh()))) return;
    key.next();
    form.reset(blank);
    sayDone(t('products.add'));
  });

  return (
    <section className={cls.card} aria-labelledby="add-product">
      <Title order={2} id="add-product" mb="sm">
        {t('products.add')}
      </Title>
      <form noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        <Stack gap="sm" maw={560}>
          <TextField control={form.control} name="title" label={t('products.title')} required maxLength={300} />
          <SelectField
            control={form.control}
            name="activityId"
            label={t('products.activity')}
            empty={t('products.noActivity')}
            options={program.activities.map(({ id, activity }) => ({ value: id, label: activity }))}
          />
          <FileInput
            id="file"
            label={t('products.file')}
            description={[t('products.fileHint'), room.hint].filter(Boolean).join('. ')}
            accept={ACCEPTED}
            required
            leftSection={<IconPaperclip size={16} aria-hidden />}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
          <Group>
            <Button type="submit" loading={form.formState.isSubmitting}>
              {t('products.send')}
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
    </section>
  );
}
