import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { programActs } from './acts';
import { refreshPrograms } from './api';
import type { Consent, ContestOutcome, Program } from './types';

const outcomes: readonly ContestOutcome[] = ['Upheld', 'Annulled'];

type Props = { program: Program; consent: Consent; proof: string; opened: boolean; onClose: () => void };

/** Whose consent it is, decided by somebody who had no hand in the person's account. */
export function SettleDialog({ program, consent, proof, opened, onClose }: Props) {
  const { t } = useTranslation('programs');

  return (
    <CommandDialog<{ outcome: ContestOutcome; reason: string }>
      opened={opened}
      onClose={onClose}
      title={t('consent.settleTitle', { name: consent.name })}
      defaults={{ outcome: 'Upheld', reason: '' }}
      submitLabel={t('consent.settle')}
      refresh={refreshPrograms}
      onSend={(body) => programActs.settleConsent(program.id, consent.id, body)}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t('consent.settleText')}</Text>
          {consent.contestWords && <Text size="sm">«{consent.contestWords}»</Text>}
          <Text size="sm" c="dimmed">
            {proof}
          </Text>
          <SelectField
            control={control}
            name="outcome"
            label={t('consent.outcome.label')}
            options={outcomes.map((value) => ({ value, label: t(`consent.outcome.${value}`) }))}
          />
          <TextAreaField control={control} name="reason" label={t('consent.settleReason')} required maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}
