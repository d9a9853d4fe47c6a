import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { NumberField } from '@/shared/ui/fields';
import { RoadmapRows } from './roadmap-rows';
import { LONGEST, noStep, type TemplateValues } from './template-values';

/** The activities of a template, with terms counted from a program's first day. */
export function TemplateSteps() {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<TemplateValues>();

  const inRange = (value: unknown) => {
    const days = parseNumber(String(value));
    return (Number.isInteger(days) && Number(days) >= 0 && Number(days) <= LONGEST) || t('templates.daysRange', { most: LONGEST });
  };

  return (
    <RoadmapRows
      hint={t('templates.stepsHint')}
      term={t('templates.days')}
      blank={noStep}
      termField={(index) => (
        <NumberField
          control={control}
          name={`activities.${index}.dueAfterDays`}
          label={t('templates.daysOf', { number: index + 1 })}
          hideLabel
          required
          checks={{ inRange }}
        />
      )}
    />
  );
}
