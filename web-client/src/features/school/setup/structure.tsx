import { Alert, Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { setupActs, type Incentive, type Setup, type Structure as Chosen } from './api';
import { settingsWith } from './settings-body';
import cls from './setup.module.css';
import { useAct } from './use-act';

const structures: readonly Chosen[] = ['Responsible', 'Council', 'Department'];
const incentives: readonly Incentive[] = ['Supplement', 'Bonus', 'LeaveDays', 'Training', 'Award', 'Thanks'];
const FIELDS = ['structure', 'structureReason', 'forms'] as const;

type Values = { structure: Chosen | ''; structureReason: string; forms: string[]; incentives: string[] };
type Props = { organizationId: string; setup: Setup; mayWrite: boolean };

/** Which structure, which forms and which incentives the school uses, beside what its numbers advise. */
export function Structure({ organizationId, setup, mayWrite }: Props) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { settings, advice } = setup;
  const formsOfMentoring = useDictionary('mentoring-form');
  const { act, dialog } = useAct();
  const form = useForm<Values>({
    defaultValues: {
      structure: settings.structure ?? '',
      structureReason: settings.structureReason ?? '',
      forms: settings.forms,
      incentives: settings.incentives,
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control, watch, setValue } = form;
  const chosen = watch('structure');

  const save = submit(async ({ structure, structureReason, forms, incentives: held }) => {
    const body = settingsWith(setup, {
      structure: structure || null,
      structureReason: structureReason.trim() || null,
      forms,
      incentives: held as Incentive[],
    });
    if (await act(() => setupActs.save(organizationId, body))) notifications.show({ message: t('saved') });
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0 }}>
        <div className={cls.form}>
          <Alert variant="light">
            {t('structure.advice', { mentors: advice.mentors, mentees: advice.mentees, structure: t(`structureName.${advice.structure}`) })}
          </Alert>
          <Radio.Group name="structure" label={t('structure.label')} value={chosen} onChange={(value) => setValue('structure', value as Chosen)}>
            <Stack gap="xs" mt={4}>
              {structures.map((value, index) => (
                <Radio
                  key={value}
                  {...(index === 0 ? { id: 'structure' } : {})}
                  value={value}
                  label={t(`structureName.${value}`)}
                  description={t(`structureText.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {chosen && chosen !== advice.structure && (
            <TextAreaField control={control} name="structureReason" label={t('structure.reason')} hint={t('structure.reasonHint')} rows={2} maxLength={1000} />
          )}
          <Checkbox.Group
            label={t('structure.forms')}
            description={t('structure.formsHint')}
            value={watch('forms')}
            onChange={(value) => setValue('forms', value)}
          >
            <Stack gap={6} mt={6}>
              {formsOfMentoring.options.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group label={t('structure.incentives')} value={watch('incentives')} onChange={(value) => setValue('incentives', value)}>
            <Group gap="md" mt={6}>
              {incentives.map((value) => (
                <Checkbox key={value} value={value} label={t(`incentive.${value}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          {mayWrite && (
            <Group>
              <Button type="submit" loading={form.formState.isSubmitting}>
                {common('form.save')}
              </Button>
            </Group>
          )}
        </div>
      </fieldset>
      {dialog}
    </form>
  );
}
