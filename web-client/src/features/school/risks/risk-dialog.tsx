import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { StaffField } from '@/shared/staff/staff-field';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { riskActs } from './acts';
import { risks, type Risk } from './api';

const five = ['1', '2', '3', '4', '5'] as const;
type Values = { kindCode: string; title: string; probability: string; impact: string; trigger: string; ownerId: string; reviewOn: string };
type Props = { organizationId: string; opened: boolean; risk: Risk | undefined; onClose: () => void };

/** What a risk is, how grave, who answers for it and what would show it. */
export function RiskDialog({ organizationId, opened, risk, onClose }: Props) {
  const { t } = useTranslation('risks');
  const { options } = useDictionary('risk-kind');
  const scale = five.map((value) => ({ value, label: t(`scale.${value}`) }));
  return (
    <CommandDialog<Values>
      opened={opened && options.length > 0}
      title={t(risk ? 'register.edit' : 'register.add')}
      onClose={onClose}
      defaults={{
        kindCode: risk?.kindCode ?? options[0]?.value ?? '',
        title: risk?.title ?? '',
        probability: String(risk?.probability ?? 3),
        impact: String(risk?.impact ?? 3),
        trigger: risk?.trigger ?? '',
        ownerId: risk?.ownerId ?? '',
        reviewOn: risk?.reviewOn ?? '',
      }}
      fields={['kindCode', 'title', 'probability', 'impact', 'trigger', 'ownerId', 'reviewOn']}
      submitLabel={t('save')}
      onSend={({ title, trigger, probability, impact, ...rest }, header) => {
        const plan = { ...rest, title: title.trim(), trigger: trigger.trim(), probability: Number(probability), impact: Number(impact) };
        return risk ? riskActs.revise(organizationId, risk.id, risk.version, plan) : riskActs.open(organizationId, plan, header);
      }}
      refresh={risks.all}
    >
      {({ control }) => (
        <>
          <SelectField control={control} name="kindCode" label={t('field.kind')} options={options} />
          <TextField control={control} name="title" label={t('field.title')} required maxLength={300} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <SelectField control={control} name="probability" label={t('field.probability')} options={scale} />
            <SelectField control={control} name="impact" label={t('field.impact')} options={scale} />
          </Group>
          <TextAreaField control={control} name="trigger" label={t('field.trigger')} hint={t('field.triggerHint')} rows={2} required maxLength={1000} />
          <StaffField control={control} name="ownerId" label={t('field.owner')} required organizationId={organizationId} />
          <DateField control={control} name="reviewOn" label={t('field.reviewOn')} required />
        </>
      )}
    </CommandDialog>
  );
}
