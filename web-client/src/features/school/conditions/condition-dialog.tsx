import { MultiSelect, Text } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StaffField } from '@/shared/staff/staff-field';
import { DateField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { conditionActs, conditions, type Condition } from './api';

const levels = ['Met', 'Partly', 'NotMet'] as const;
type Level = (typeof levels)[number];
type Values = { level: Level; evidence: string; improvement: string; responsibleId: string; dueOn: string; programs: string[] };
type Choice = { id: string; title: string };
type Props = { organizationId: string; condition: Condition | undefined; programs: readonly Choice[]; onClose: () => void };

/** How far a condition is met, what shows it, and what will be done. */
export function ConditionDialog({ organizationId, condition, programs, onClose }: Props) {
  const { t } = useTranslation('conditions');
  const { language } = useFormat();
  return (
    <CommandDialog<Values>
      opened={condition !== undefined}
      title={t('assess')}
      onClose={onClose}
      defaults={{
        level: condition?.level ?? 'Met',
        evidence: condition?.evidence ?? '',
        improvement: condition?.improvement ?? '',
        responsibleId: condition?.responsibleId ?? '',
        dueOn: condition?.dueOn ?? '',
        programs: condition?.programs ?? [],
      }}
      fields={['level', 'evidence', 'improvement', 'responsibleId', 'dueOn', 'programs']}
      submitLabel={t('save')}
      onSend={async ({ level, evidence, improvement, responsibleId, dueOn, programs: used }) => {
        if (!condition) return;
        await conditionActs.assess(organizationId, condition.code, {
          version: condition.version,
          level,
          evidence: evidence.trim(),
          improvement: improvement.trim() || null,
          responsibleId: responsibleId || null,
          dueOn: dueOn || null,
          programs: used,
        });
      }}
      refresh={conditions.all}
    >
      {({ control, watch }) => (
        <>
          <Text fw={600}>{language === 'ru' ? condition?.nameRu : condition?.nameEn}</Text>
          <SelectField control={control} name="level" label={t('field.level')} options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
          <TextAreaField control={control} name="evidence" label={t('field.evidence')} hint={t('field.evidenceHint')} required maxLength={2000} />
          <TextAreaField control={control} name="improvement" label={t('field.improvement')} rows={2} required={watch('level') !== 'Met'} maxLength={2000} />
          <DateField control={control} name="dueOn" label={t('field.dueOn')} required={watch('level') !== 'Met'} />
          <StaffField control={control} name="responsibleId" label={t('field.responsible')} organizationId={organizationId} />
          <ProgramsField control={control} programs={programs} />
        </>
      )}
    </CommandDialog>
  );
}

function ProgramsField({ control, programs }: { control: Control<Values>; programs: readonly Choice[] }) {
  const { t } = useTranslation('conditions');
  const { field } = useController({ control, name: 'programs' });
  return (
    <MultiSelect
      id="programs"
      label={t('field.programs')}
      description={t('field.programsHint')}
      data={programs.map(({ id, title }) => ({ value: id, label: title }))}
      value={field.value}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}
