import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/shared/ui/fields';
import { GoalRows } from './goal-rows';
import { noTemplateGoal, type TemplateValues } from './template-values';

/** Goals that programs begin with; before and target are a program's own. */
export function TemplateGoals() {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<TemplateValues>();
  return (
    <GoalRows
      hint={t('templates.goalsHint')}
      blank={noTemplateGoal}
      measure={(index) => (
        <TextField control={control} name={`goals.${index}.measure`} label={t('goals.measure')} hint={t('goals.measureHint')} maxLength={300} />
      )}
    />
  );
}
