import { useState } from 'react';
import { Alert, Button, Checkbox, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { indicators } from '@/shared/monitoring/api';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, SelectField } from '@/shared/ui/fields';
import { Timeline } from '@/shared/ui/timeline';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { setupActs, type Setup } from './api';
import { ReviewForm } from './review-form';
import { settingsWith } from './settings-body';
import cls from './setup.module.css';
import { StaffPicker } from './staff-picker';
import { useAct } from './use-act';

const FIELDS = ['coordinatorId', 'reviewEveryMonths', 'nextReviewOn', 'indicators'] as const;
const periods = ['1', '3', '6', '12'] as const;

type Props = { organizationId: string; setup: Setup; mayWrite: boolean };
type Values = { coordinatorId: { id: string; name: string } | null; reviewEveryMonths: string; nextReviewOn: string; indicators: string[] };

/** Who looks at how mentoring goes, how often and at what; and what the reviews said. */
export function Monitoring({ organizationId, setup, mayWrite }: Props) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const { settings, reviews } = setup;
  const [reviewing, setReviewing] = useState(false);
  const day = today();
  const overdue = settings.nextReviewOn !== null && settings.nextReviewOn < day;

  return (
    <>
      {settings.nextReviewOn && (
        <Alert variant="light" color={overdue ? 'red' : 'blue'} mb="md" maw={640}>
          <Group justify="space-between">
            <Text>{t(overdue ? 'monitoring.overdue' : 'monitoring.next', { date: format.date(settings.nextReviewOn, 'long') })}</Text>
            {mayWrite && (
              <Button size="compact-sm" onClick={() => setReviewing(true)}>
                {t('monitoring.record')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {/* After each change the form begins from what was saved. */}
      <Form key={settings.version} organizationId={organizationId} setup={setup} mayWrite={mayWrite} />
      <section className={cls.part} aria-labelledby="reviews">
        <Title order={2} id="reviews" mb="xs">
          {t('monitoring.reviews')}
        </Title>
        {reviews.length === 0 ? (
          <EmptyState title={t('monitoring.noReviews')} text={t('monitoring.noReviewsText')} />
        ) : (
          <Timeline
            label={t('monitoring.reviews')}
            events={reviews.map(({ id, reviewedOn, conclusion, decisions, recordedByName }) => ({
              id,
              at: reviewedOn,
              title: conclusion,
              by: recordedByName,
              details: decisions && t('monitoring.decided', { decisions }),
            }))}
          />
        )}
      </section>
      <Modal opened={reviewing} onClose={() => setReviewing(false)} title={t('monitoring.record')}>
        <ReviewForm organizationId={organizationId} version={settings.version} onClose={() => setReviewing(false)} />
      </Modal>
    </>
  );
}

function Form({ organizationId, setup, mayWrite }: Props) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { language } = useFormat();
  const { settings } = setup;
  const { data: catalogue = [] } = useQuery(indicators());
  const { act, dialog } = useAct();
  const form = useForm<Values>({
    defaultValues: {
      coordinatorId: settings.coordinatorId ? { id: settings.coordinatorId, name: settings.coordinatorName ?? '' } : null,
      reviewEveryMonths: String(settings.reviewEveryMonths ?? 3),
      nextReviewOn: settings.nextReviewOn ?? '',
      indicators: settings.indicators,
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control, watch, setValue } = form;
  const coordinator = useController({ control, name: 'coordinatorId', rules: { required: t('monitoring.whoRequired') } });

  const save = submit(async (values) => {
    const body = settingsWith(setup, {
      coordinatorId: values.coordinatorId?.id ?? null,
      reviewEveryMonths: Number(values.reviewEveryMonths),
      nextReviewOn: values.nextReviewOn,
      indicators: values.indicators,
    });
    if (await act(() => setupActs.save(organizationId, body))) notifications.show({ message: t('saved') });
  });

  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary {...summary} />
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0 }}>
        <div className={cls.form}>
          <StaffPicker
            organizationId={organizationId}
            id="coordinatorId"
            label={t('monitoring.who')}
            required
            disabled={!mayWrite}
            value={coordinator.field.value ?? undefined}
            onChange={(person) => coordinator.field.onChange(person ?? null)}
            error={coordinator.fieldState.error?.message}
          />
          <Group grow align="start">
            <SelectField
              control={control}
              name="reviewEveryMonths"
              label={t('monitoring.every')}
              options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
            />
            <DateField control={control} name="nextReviewOn" label={t('monitoring.nextOn')} required />
          </Group>
          <Checkbox.Group label={t('monitoring.indicators')} value={watch('indicators')} onChange={(value) => setValue('indicators', value)}>
            <Stack gap={6} mt={6}>
              {catalogue.map(({ code, nameRu, nameEn }) => (
                <Checkbox key={code} value={code} label={language === 'ru' ? nameRu : nameEn} />
              ))}
            </Stack>
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
