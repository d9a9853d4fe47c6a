import { useState } from 'react';
import { Button, FileInput, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { practiceActs } from './acts';
import { usePracticeAct } from './use-practice-act';

const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.mp4,.txt';
const LARGEST = 20 * 1024 * 1024;

type Values = { title: string; file: File | null };
const blank: Values = { title: '', file: null };

/** Attaches a file, and shows how much of it has left this computer. */
export function AddMaterial({ practiceId, organizationId }: { practiceId: string; organizationId: string }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const key = useIdempotencyKey();
  const { act, dialog } = usePracticeAct();
  const room = useFileRoom({ organizationId });
  const [share, setShare] = useState(0);
  const form = useForm<Values>({ defaultValues: blank, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['title', 'file']);
  const { isSubmitting } = form.formState;
  const { field, fieldState } = useController({
    control: form.control,
    name: 'file',
    rules: {
      required: t('materials.chooseFile'),
      validate: (file) => !file || (file.size > LARGEST ? t('materials.tooLarge') : (room.fault(file) ?? true)),
    },
  });

  const send = submit(async ({ title, file }) => {
    if (!file) return;
    setShare(0);
    const sending = { title: title.trim(), file, key: key.header['Idempotency-Key'], onProgress: setShare };
    if (!(await act(() => practiceActs.attach(practiceId, sending)).finally(() => void room.refresh()))) return;
    key.next();
    form.reset(blank);
    sayDone(t('materials.add'));
  });

  return (
    <form noValidate className="no-print" onSubmit={(event) => void send(event)}>
      <Title order={3} mt="md" mb="xs">
        {t('materials.add')}
      </Title>
      <ErrorSummary {...summary} />
      <Stack gap="sm" maw={560}>
        <TextField control={form.control} name="title" label={t('materials.name')} required maxLength={300} />
        <FileInput
          id="file"
          label={t('materials.file')}
          description={[t('materials.fileHint'), room.hint].filter(Boolean).join('. ')}
          accept={ACCEPTED}
          required
          leftSection={<IconPaperclip size={16} aria-hidden />}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
        {isSubmitting && (
          <div role="status">
            <Text size="sm" className="numbers" mb={4}>
              {t('materials.sending', { share: format.share(share, 0) })}
            </Text>
            <Progress.Root>
              <Progress.Section value={100 * share} animated={share === 1} aria-label={t('materials.progress')} />
            </Progress.Root>
          </div>
        )}
        <Group>
          <Button type="submit" variant="default" loading={isSubmitting}>
            {t('materials.send')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
