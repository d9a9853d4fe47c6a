import { Box, Button, Checkbox, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { sayDone } from '@/shared/ui/say-done';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { notifications } from './api';
import { ChoiceTable } from './choice-table';
import { zoneName } from './zone-name';
import { fromSettings, hours, toCommand, type SettingsValues } from './settings-values';

const FIELDS = ['language', 'quietFromHour', 'quietUntilHour', 'digestHour'] as const;

/** How I want to be told: which kinds, by which channel, at which hours. */
export function NotificationSettings() {
  const { t, i18n } = useTranslation('notifications');
  const client = useQueryClient();
  const { data: settings } = useSuspenseQuery(notifications.settings());
  const save = useMutation(notifications.saveSettings());
  const form = useForm<SettingsValues>({ values: fromSettings(settings), shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const reload = () => client.invalidateQueries(notifications.settings());
  const { guard, dialog } = useStaleDialog(reload);
  const quiet = useWatch({ control: form.control, name: 'quiet' });
  const dirty = form.formState.isDirty;

  const send = submit((values) =>
    guard(async () => {
      await save.mutateAsync(toCommand(values, settings));
      await reload();
      sayDone(t('settings.save'));
    }),
  );
  const select = (name: 'quietFromHour' | 'quietUntilHour' | 'digestHour') => (
    <NativeSelect
      id={name}
      label={t(`settings.${name}`)}
      data={hours}
      error={form.formState.errors[name]?.message}
      {...form.register(name)}
    />
  );

  return (
    <section id="notifications" aria-labelledby="notifications-title">
      <Title order={2} id="notifications-title" mt="lg" mb="xs">
        {t('settings.title')}
      </Title>
      {!settings.mailOn && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('settings.mailOff')}
        </Text>
      )}
      <Box component="form" maw={820} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary {...summary} />
        <Stack gap="md" align="stretch">
          <ChoiceTable choices={settings.choices} register={form.register} />
          <Stack gap="xs" align="start">
            <Checkbox label={t('settings.quiet')} {...form.register('quiet')} />
            <Text size="sm" c="dimmed">
              {t('settings.zone', { zone: zoneName(settings.timeZone, i18n.language) })}
            </Text>
            <Group gap="sm" align="end">
              {quiet && select('quietFromHour')}
              {quiet && select('quietUntilHour')}
              {select('digestHour')}
              <NativeSelect
                id="language"
                label={t('settings.language')}
                data={[
                  { value: 'ru', label: t('settings.inRussian') },
                  { value: 'en', label: t('settings.inEnglish') },
                ]}
                {...form.register('language')}
              />
            </Group>
          </Stack>
          <Group gap="sm">
            <Button type="submit" disabled={!dirty} loading={save.isPending}>
              {t('settings.save')}
            </Button>
            <Text size="sm" role="status">
              {save.isSuccess && !dirty && t('settings.saved')}
            </Text>
          </Group>
        </Stack>
      </Box>
      {dialog}
    </section>
  );
}
