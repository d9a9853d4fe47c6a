import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NumberField, TextField } from '@/shared/ui/fields';
import { EditorSector } from './editor-sector';
import { isBlank, noGoal, type ProgramValues } from './editor-values';
import { GoalRows } from './goal-rows';

type Props = {
  organizationId: string;
  /** A draft may have rows that nobody has begun. */
  drafting?: boolean;
};

/** The goals of a program, each with what is measured before and hoped for after. */
export function EditorGoals({ organizationId, drafting = false }: Props) {
  const { t } = useTranslation('programs');
  const { control, getValues } = useFormContext<ProgramValues>();
  return (
    <GoalRows
      hint={t('editor.goalsHint')}
      blank={noGoal}
      {...(drafting ? { isIdle: (index: number) => isBlank(getValues(`goals.${index}`)) } : {})}
      source={(take) => <EditorSector organizationId={organizationId} onTake={take} />}
      measure={(index) => (
        <>
          <TextField control={control} name={`goals.${index}.measure`} label={t('goals.measure')} hint={t('goals.measureHint')} maxLength={300} />
          <NumberField control={control} name={`goals.${index}.measureBefore`} label={t('goals.before')} hint={t('goals.beforeHint')} />
          <NumberField control={control} name={`goals.${index}.measureTarget`} label={t('goals.target')} hint={t('goals.targetHint')} />
        </>
      )}
    />
  );
}
