import { Fragment, useState } from 'react';
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Loaded } from '@/shared/ui/loaded';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { psychology, psychologyActs, type MyPulse } from './api';
import { ScaleField } from './scale-field';

/** Anonymous pulses that wait for an answer. */
export function MyPulses() {
  const { t } = useTranslation('psychology');
  const pulses = useQuery(psychology.myPulses());
  const [thanks, setThanks] = useState(false);
  return (
    <Loaded query={pulses}>
      {(all) => (
        <Stack gap="sm">
          {thanks && (
            <Alert color="green" role="status">
              {t('myPulse.thanks')}
            </Alert>
          )}
          {all.length === 0 && !thanks && <Text c="dimmed">{t('myPulse.none')}</Text>}
          {all.map((pulse) => (
            <AnswerForm key={pulse.id} pulse={pulse} onSent={() => setThanks(true)} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

type Values = { scores: Record<string, number | ''> };

function AnswerForm({ pulse, onSent }: { pulse: MyPulse; onSent: () => void }) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const client = useQueryClient();
  const statements = useDictionary('pulse-statement');
  const form = useForm<Values>({
    defaultValues: { scores: Object.fromEntries(pulse.statements.map((code) => [code, ''])) },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, pulse.statements.map((code) => `scores.${code}`));

  const send = submit(async ({ scores }) => {
    await psychologyActs.answerPulse(pulse.id, {
      scores: pulse.statements.map((statement) => ({ statement, value: Number(scores[statement]) })),
    });
    onSent();
    await client.invalidateQueries({ queryKey: psychology.all });
  });

  return (
    <Paper withBorder p="md">
      <form noValidate onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <div>
            <Text fw={600}>{pulse.title}</Text>
            <Text size="sm" c="dimmed">
              {pulse.organizationName} · {t('myPulse.until', { date: format.date(pulse.closesOn) })}
            </Text>
            <Text size="sm">{t('myPulse.anonymous')}</Text>
          </div>
          <ErrorSummary {...summary} />
          {pulse.statements.map((code) => (
            <Fragment key={code}>
              <ScaleField
                control={form.control}
                name={`scores.${code}`}
                label={statements.name(code)}
                lowest={t('myPulse.lowest')}
                highest={t('myPulse.highest')}
                required
              />
            </Fragment>
          ))}
          <Group justify="end">
            <Button type="submit" loading={form.formState.isSubmitting}>
              {t('myPulse.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
