import { useState } from 'react';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextAreaField } from '@/shared/ui/fields';
import { dialogLater } from '@/shared/ui/later';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { caseActs } from './acts';
import { refreshCases } from './api';
import type { Case, CaseStep } from './types';

const AssignDialog = dialogLater(async () => (await import('./assign-dialog')).AssignDialog);

type Values = { text: string; measures: string };
type Written = Exclude<CaseStep, 'Assign'>;

const order: readonly CaseStep[] = ['Withdraw', 'Decline', 'Settle', 'Appeal', 'Hear', 'Decide', 'Assign'];
const longest: Record<Written, number> = { Withdraw: 2000, Decline: 2000, Settle: 4000, Appeal: 4000, Hear: 4000, Decide: 8000 };

/** What this reader may do with the case now, as the server says. */
export function CaseActions({ case: { id, version, steps } }: { case: Case }) {
  const { t } = useTranslation('arbitration');
  const client = useQueryClient();
  const { act, dialog } = useRefreshingAct(() => refreshCases(client));
  const [chosen, setChosen] = useState<Written>('Hear');
  const [opened, setOpened] = useState(false);
  const [assigning, setAssigning] = useState(false);
  const permitted = order.filter((step) => steps.includes(step));

  const ask = (step: CaseStep) => {
    if (step === 'Assign') return setAssigning(true);
    setChosen(step);
    setOpened(true);
  };
  const send = ({ text, measures }: Values) => {
    const words = text.trim();
    const sends: Record<Written, () => Promise<unknown>> = {
      Withdraw: () => caseActs.withdraw(id, version, words),
      Decline: () => caseActs.decline(id, version, words),
      Settle: () => caseActs.settle(id, version, words),
      Appeal: () => caseActs.appeal(id, version, words),
      Hear: () => caseActs.hear(id, version, words),
      Decide: () => caseActs.decide(id, version, words, measures.trim()),
    };
    return act(sends[chosen]);
  };

  return (
    <>
      {permitted.map((step, index) => (
        <Button key={step} variant={index === permitted.length - 1 ? 'filled' : 'default'} onClick={() => ask(step)}>
          {t(`act.${step}.button`)}
        </Button>
      ))}
      <CommandDialog<Values>
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(`act.${chosen}.title`)}
        submitLabel={t(`act.${chosen}.button`)}
        defaults={{ text: '', measures: '' }}
        onSend={send}
      >
        {({ control }) => (
          <>
            <TextAreaField control={control} name="text" label={t(`act.${chosen}.text`)} rows={4} maxLength={longest[chosen]} required />
            {chosen === 'Decide' && <TextAreaField control={control} name="measures" label={t('field.measures')} maxLength={4000} />}
          </>
        )}
      </CommandDialog>
      <AssignDialog caseId={id} version={version} opened={assigning} onClose={() => setAssigning(false)} />
      {dialog}
    </>
  );
}
