import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { NumberField, TextAreaField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { programActs } from './acts';
import { typed } from './editor-values';
import { ScaleField } from './scale-field';
import type { Evaluation, Program } from './types';
import { useAct } from './use-act';

type Values = {
  goalsReached: number | '';
  usefulness: number | '';
  atmosphere: number | '';
  summary: string;
  goals: { goalId: string; measureAfter: string }[];
};

const scales = ['goalsReached', 'usefulness', 'atmosphere'] as const;

type Props = { program: Program; previous: Evaluation | undefined; onDone: () => void };

export function EvaluationForm({ program, previous, onDone }: Props) {
  const { t } = useTranslation('programs');
  const { t: common } = useTranslation();
  const measured = program.goals.filter(({ measure }) => measure);
  const form = useForm<Values>({
    shouldFocusError: false,
    defaultValues: {
      goalsReached: previous?.goalsReached ?? '',
      usefulness: previous?.usefulness ?? '',
      atmosphere: previous?.atmosphere ?? '',
      summary: previous?.summary ?? '',
      goals: measured.map(({ id, measureAfter }) => ({ goalId: id, measureAfter: typed(measureAfter) })),
    },
  });
  const { act, dialog } = useAct();
  const { submit, summary } = useFormFaults(form, [...scales, 'summary', 'goals']);

  const send = submit(async ({ goals, ...answers }) => {
    const known = goals.flatMap((goal) => {
      const measureAfter = parseNumber(goal.measureAfter);
      return measureAfter == null ? [] : [{ goalId: goal.goalId, measureAfter }];
    });
    const body = {
      goalsReached: Number(answers.goalsReached),
      usefulness: Number(answers.usefulness),
      atmosphere: Number(answers.atmosphere),
      summary: answers.summary,
      goals: known,
    };
    if (!(await act(() => programActs.evaluate(program.id, body)))) return;
    sayDone(t('evaluation.send'));
    onDone();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="lg" maw={640}>
        {scales.map((scale) => (
          <ScaleField
            key={scale}
            control={form.control}
            name={scale}
            required
            label={t(`evaluation.${scale}.question`)}
            lowest={t(`evaluation.${scale}.lowest`)}
            highest={t(`evaluation.${scale}.highest`)}
          />
        ))}
        {measured.map(({ id, goal, measure, measureBefore, measureTarget }, index) => (
          <div key={id}>
            <NumberField
              control={form.control}
              name={`goals.${index}.measureAfter`}
              label={t('evaluation.after', { goal })}
              hint={t('evaluation.measure', {
                measure,
                before: measureBefore ?? '—',
                target: measureTarget ?? '—',
              })}
            />
          </div>
        ))}
        <TextAreaField
          control={form.control}
          name="summary"
          label={t('evaluation.summary')}
          hint={t('evaluation.summaryHint')}
          required
        />
        <Text size="sm" c="dimmed">
          {t('evaluation.visible')}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={form.formState.isSubmitting}>
            {t('evaluation.send')}
          </Button>
          {previous && (
            <Button variant="default" onClick={onDone}>
              {common('form.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
