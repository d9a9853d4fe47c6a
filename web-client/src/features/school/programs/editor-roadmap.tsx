import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/shared/ui/fields';
import { isBlank, noActivity, type ProgramValues } from './editor-values';
import { RoadmapRows } from './roadmap-rows';

/** The activities of a program, each within its term. */
export function EditorRoadmap({ drafting = false }: { drafting?: boolean }) {
  const { t } = useTranslation('programs');
  const { control, getValues } = useFormContext<ProgramValues>();

  const isIdle = (index: number) => isBlank(getValues(`activities.${index}`));
  const withinProgram = (number: number) => (value: unknown) => {
    const { startsOn, endsOn } = getValues();
    const due = String(value);
    if (!due || !startsOn || !endsOn) return true;
    return (due >= startsOn && due <= endsOn) || t('roadmap.dueOutside', { number });
  };

  return (
    <RoadmapRows
      hint={t('roadmap.hint')}
      term={t('roadmap.due')}
      blank={noActivity}
      {...(drafting ? { isIdle } : {})}
      termField={(index) => (
        <DateField
          control={control}
          name={`activities.${index}.dueOn`}
          label={t('roadmap.dueOf', { number: index + 1 })}
          hideLabel
          required
          {...(drafting ? { unless: () => isIdle(index) } : {})}
          checks={{ withinProgram: withinProgram(index + 1) }}
        />
      )}
    />
  );
}
