import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { NumberField, TextField } from '@/shared/ui/fields';
import { EditorSector } from './editor-sector';
import { noGoal, type ProgramValues } from './editor-values';
import { GoalRows } from './goal-rows';

/** The goals of a program, each with what is measured before and hoped for after. */
export function EditorGoals({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<ProgramValues>();
  return (
    <GoalRows
      hint={t('editor.goalsHint')}
      blank={noGoal}
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
