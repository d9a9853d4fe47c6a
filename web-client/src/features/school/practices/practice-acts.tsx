import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { TextAreaField } from '@/shared/ui/fields';
import { dialogLater } from '@/shared/ui/later';
import { practiceActs } from './acts';
import type { Practice } from './types';
import { usePracticeAct } from './use-practice-act';

const ReviewersDialog = dialogLater(async () => (await import('./reviewers-dialog')).ReviewersDialog);
const ReviewDialog = dialogLater(async () => (await import('./review-dialog')).ReviewDialog);
const UseDialog = dialogLater(async () => (await import('./use-dialog')).UseDialog);

const order = ['Withdraw', 'Return', 'Submit', 'TakeUp', 'Select', 'Publish'] as const;
type Step = (typeof order)[number];
type Task = Step | 'Review' | 'Use';

type Props = {
  practice: Practice;
  mayPlan: boolean;
  /** Whose programs it can be used in; nobody's: all of the school. */
  person: string | undefined;
};

/** What this reader may do with the practice now, as the server says. */
export function PracticeActs({ practice, mayPlan, person }: Props) {
  const { t } = useTranslation('practices');
  const { act, dialog } = usePracticeAct();
  const [task, setTask] = useState<Task>();
  const [decision, setDecision] = useState<'Select' | 'Return'>('Return');
  const close = () => setTask(undefined);
  const { id, version, status, steps, mayReview, reviews, round } = practice;
  const owes = !reviews.some((one) => one.own && one.round === round && one.recommended !== null);
  const permitted = order.filter((step) => steps.includes(step));
  const more = status === 'InReview';

  const ask = (next: Task) => {
    if (next === 'Select' || next === 'Return') setDecision(next);
    setTask(next);
  };
  const main: Task | undefined =
    mayReview && owes ? 'Review' : permitted.findLast((step) => step !== 'Withdraw' && !(step === 'TakeUp' && more) && step !== 'Return');
  const look = (one: Task) => ({ variant: one === main ? 'filled' : 'default', onClick: () => ask(one) });

  return (
    <>
      {permitted.map((step) => (
        <Button key={step} {...look(step)}>
          {t(step === 'TakeUp' && more ? 'step.More' : `step.${step}`)}
        </Button>
      ))}
      {mayReview && <Button {...look('Review')}>{t(owes ? 'review.write' : 'review.correct')}</Button>}
      {status === 'Published' && mayPlan && <Button onClick={() => ask('Use')}>{t('use.button')}</Button>}

      <ConfirmDialog
        opened={task === 'Submit'}
        onClose={close}
        title={t('step.Submit')}
        confirmLabel={t('step.Submit')}
        onConfirm={() => act(() => practiceActs.submit(id, version))}
      >
        <Text>{t('ask.Submit')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={task === 'Publish'}
        onClose={close}
        title={t('step.Publish')}
        confirmLabel={t('step.Publish')}
        onConfirm={() => act(() => practiceActs.publish(id, version))}
      >
        <Text>{t(practice.supersedesId ? 'ask.PublishInPlace' : 'ask.Publish')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={task === 'Withdraw'}
        onClose={close}
        title={t('step.Withdraw')}
        confirmLabel={t('step.Withdraw')}
        danger
        askReason
        reasonLabel={t('ask.reason')}
        onConfirm={(reason) => act(() => practiceActs.withdraw(id, version, reason))}
      >
        <Text>{t('ask.Withdraw')}</Text>
      </ConfirmDialog>
      <CommandDialog<{ comment: string }>
        opened={task === 'Select' || task === 'Return'}
        onClose={close}
        title={t(`step.${decision}`)}
        submitLabel={t(`step.${decision}`)}
        defaults={{ comment: '' }}
        onSend={({ comment }) => act(() => practiceActs.decide(id, version, decision === 'Select', comment.trim()))}
      >
        {({ control }) => <TextAreaField control={control} name="comment" label={t(`ask.${decision}`)} rows={4} maxLength={2000} required />}
      </CommandDialog>
      <ReviewersDialog practice={practice} opened={task === 'TakeUp'} onClose={close} />
      <ReviewDialog practice={practice} opened={task === 'Review'} onClose={close} />
      <UseDialog practice={practice} person={person} opened={task === 'Use'} onClose={close} />
      {dialog}
    </>
  );
}
