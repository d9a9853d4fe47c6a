import { Button, Group, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { diagnosisActs } from './acts';
import { diagnosis, type Instrument } from './api';
import { AreaRows } from './area-rows';
import { contentOf, valuesOf, type Values } from './content-values';
import { ItemRows, ScaleRows } from './item-rows';

/** The place of a fault as this form names it: that of a row is told at its code. */
function placed(error: unknown): never {
  if (!(error instanceof ApiError) || !error.problem.errors) throw error;
  const errors = Object.entries(error.problem.errors).map(([pointer, messages]) => [
    pointer.replace(/^\/content(\/outside)?/, '').replace(/^(\/(items|areas|scales)\/\d+)$/, '$1/code'),
    messages,
  ]);
  throw new ApiError({ ...error.problem, errors: Object.fromEntries(errors) as Record<string, string[]> });
}

/** A draft is written whole; what the server finds wrong is told with its place. */
export function InstrumentEditor({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('diagnosis');
  const client = useQueryClient();
  const { id, version, nameRu, nameEn, content } = instrument;
  const outside = instrument.form === 'Outside';
  const form = useForm<Values>({ defaultValues: valuesOf(nameRu, nameEn, content), shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['nameRu', 'nameEn', 'bands', 'scales', 'items', 'areas']);
  const again = () => client.invalidateQueries({ queryKey: diagnosis.all });
  const { guard, dialog } = useStaleDialog(again);
  const { control } = form;

  const save = submit(async (values) => {
    const body = { version, nameRu: values.nameRu, nameEn: values.nameEn, content: contentOf(values, outside) };
    if (!(await guard(() => diagnosisActs.revise(id, body).catch(placed)))) return;
    await again();
    sayDone(t('editor.save'));
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="md" maw={860}>
        <TextField control={control} name="nameRu" label={t('instruments.nameRu')} required maxLength={200} />
        <TextField control={control} name="nameEn" label={t('instruments.nameEn')} required maxLength={200} />
        <SelectField
          control={control}
          name="rule"
          label={t('editor.rule')}
          hint={t('editor.ruleHint')}
          options={(['Mean', 'Highest', 'Lowest'] as const).map((value) => ({ value, label: t(`rule.${value}`) }))}
        />
        <TextAreaField control={control} name="bands" label={t('editor.bands')} hint={t('editor.bandsHint')} />
        <Title order={2} size="h3">
          {t(outside ? 'mapping.title' : 'editor.items')}
        </Title>
        {outside ? (
          <AreaRows control={control} />
        ) : (
          <>
            <ScaleRows control={control} />
            <ItemRows control={control} />
          </>
        )}
        <Group>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('editor.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
