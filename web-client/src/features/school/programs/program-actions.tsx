import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { MoreMenu } from '@/shared/ui/more-menu';
import { programActs } from './acts';
import type { Program, ProgramStep } from './types';
import { useAct } from './use-act';

/** The steps that somebody takes with a button; consents have a panel of their own. */
type Step = Exclude<ProgramStep, 'ConsentsGiven' | 'ConsentRefused' | 'ConsentWithdrawn' | 'ConsentContested' | 'ConsentAnnulled'>;

type Act = {
  send: (program: Program, reason: string) => Promise<unknown>;
  askReason?: (program: Program) => boolean;
  danger?: boolean;
  /** Stands in the menu: a rare turn of events, not the way forward. */
  aside?: boolean;
};

const always = () => true;

const council =
  (decision: 'Approved' | 'Returned') =>
  ({ id, version }: Program, comment: string) =>
    programActs.decideAsCouncil(id, { version, decision, ...(comment ? { comment } : {}) });
const head =
  (decision: 'Approved' | 'Returned') =>
  ({ id, version }: Program, comment: string) =>
    programActs.decideAsHead(id, { version, decision, ...(comment ? { comment } : {}) });

const acts: Record<Step, Act> = {
  CouncilReturn: { send: council('Returned'), askReason: always },
  HeadReturn: { send: head('Returned'), askReason: always },
  Submit: { send: ({ id, version }) => programActs.submit(id, version) },
  CouncilApprove: { send: council('Approved') },
  HeadApprove: { send: head('Approved') },
  Resume: { send: ({ id, version }) => programActs.resume(id, version) },
  Complete: {
    send: ({ id, version }, reason) => programActs.complete(id, version, reason),
    askReason: ({ activities }) => activities.some(({ doneOn }) => !doneOn),
  },
  Pause: { send: ({ id, version }) => programActs.pause(id, version), aside: true },
  EndEarly: {
    send: ({ id, version }, reason) => programActs.endEarly(id, version, reason),
    askReason: always,
    danger: true,
    aside: true,
  },
  Cancel: {
    send: ({ id, version }, reason) => programActs.cancel(id, version, reason),
    askReason: always,
    danger: true,
    aside: true,
  },
};

const order = Object.keys(acts) as Step[];

/** What this user may do with the program now, as the server says. */
export function ProgramActions({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const [chosen, setChosen] = useState<Step>('Submit');
  const [asking, setAsking] = useState(false);
  const { act, dialog } = useAct();

  const permitted = order.filter((step) => program.steps.includes(step));
  const ahead = permitted.filter((step) => !acts[step].aside);
  const aside = permitted.filter((step) => acts[step].aside);
  const ask = (step: Step) => {
    setChosen(step);
    setAsking(true);
  };
  const { send, askReason, danger = false } = acts[chosen];

  return (
    <>
      {ahead.map((step, index) => (
        <Button
          key={step}
          variant={index === ahead.length - 1 ? 'filled' : 'default'}
          onClick={() => ask(step)}
        >
          {t(`act.${step}.button`)}
        </Button>
      ))}
      {aside.length > 0 && (
        <MoreMenu label={t('act.more')} items={aside.map((step) => ({ label: t(`act.${step}.button`), onClick: () => ask(step) }))} />
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`act.${chosen}.title`)}
        confirmLabel={t(`act.${chosen}.button`)}
        askReason={askReason?.(program) ?? false}
        danger={danger}
        onConfirm={(reason) => act(() => send(program, reason))}
      >
        <Text>{t(`act.${chosen}.text`)}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
