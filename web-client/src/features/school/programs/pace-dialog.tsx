import { Button, Fieldset, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { typed } from './editor-values';
import { planActs } from './plan-acts';
import type { PaceDepth } from './plan-api';
import type { Program } from './types';
import { useAct } from './use-act';

type Props = { program: Program; opened: boolean; onClose: () => void };

const depths: readonly PaceDepth[] = ['Overview', 'Practice', 'Mastery'];
const MOST_HOURS = 1000;

/** The pair sets how often it meets and how much time and depth each goal gets: nobody imposes a schedule. */
export function PaceDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('pace.set')} size="lg">
      <Form {...form} />
    </Modal>
  );
}

type Values = { rhythm: string; goals: { hours: string; depth: string }[] };

function Form({ program, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation();
  const { id, version, goals } = program;
  const form = useForm<Values>({
    defaultValues: {
      rhythm: program.rhythm ?? '',
      goals: goals.map(({ paceHours, paceDepth }) => ({ hours: typed(paceHours), depth: paceDepth ?? '' })),
    },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, ['rhythm', 'goals']);
  const { act, dialog } = useAct();
  const isPossible = (value: unknown) => {
    const hours = parseNumber(String(value ?? ''));
    return hours == null || (hours > 0 && hours <= MOST_HOURS) || t('pace.hoursRange');
  };
  const send = submit(async (values) => {
    const body = {
      version,
      rhythm: values.rhythm.trim() || null,
      goals: values.goals.map(({ hours, depth }, index) => ({
        goalId: goals[index]!.id,
        hours: parseNumber(hours) ?? null,
        depth: (depth || null) as PaceDepth | null,
      })),
    };
    if (!(await act(() => planActs.setPace(id, body)))) return;
    sayDone(t('pace.save'));
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('pace.lead')}
        </Text>
        <TextAreaField
          control={form.control}
          name="rhythm"
          label={t('pace.rhythm')}
          hint={t('pace.rhythmHint')}
          maxLength={500}
          rows={2}
        />
        {goals.map((goal, index) => (
          <Fieldset key={goal.id} legend={goal.goal} variant="unstyled">
            <Group grow align="start" gap="sm">
              <NumberField
                control={form.control}
                name={`goals.${index}.hours`}
                label={t('pace.hours')}
                checks={{ isPossible }}
              />
              <SelectField
                control={form.control}
                name={`goals.${index}.depth`}
                label={t('pace.depthLabel')}
                empty={t('pace.notSet')}
                options={depths.map((depth) => ({ value: depth, label: t(`pace.depth.${depth}`) }))}
              />
            </Group>
          </Fieldset>
        ))}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('pace.save')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
