import { lazy, Suspense, useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoreMenu } from '@/shared/ui/more-menu';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { actActs } from './acts';
import { type Act, type ActStep } from './api';
import { useAct } from './use-act';

const ApproveDialog = lazy(async () => ({ default: (await import('./approve-dialog')).ApproveDialog }));

/** The steps that a person confirms; revising and approving have forms of their own. */
type Plain = 'RequestCosign' | 'Cosign' | 'RefuseCosign' | 'Agree' | 'Return' | 'Repeal';

const plain: Record<Plain, { send: (act: Act, reason: string) => Promise<unknown>; askReason?: boolean; aside?: boolean }> = {
  RefuseCosign: { send: ({ id, version }, reason) => actActs.cosign(id, version, false, reason), askReason: true },
  Return: { send: ({ id, version }, reason) => actActs.giveBack(id, version, reason), askReason: true },
  RequestCosign: { send: ({ id, version }) => actActs.requestCosign(id, version) },
  Cosign: { send: ({ id, version }) => actActs.cosign(id, version, true, '') },
  Agree: { send: ({ id, version }) => actActs.agree(id, version) },
  Repeal: { send: ({ id, version }, reason) => actActs.repeal(id, version, reason), askReason: true, aside: true },
};
const order = Object.keys(plain) as Plain[];

/** What this user may do with the act now, as the server says. */
export function ActActions({ act: shown, onEdit }: { act: Act; onEdit: () => void }) {
  const { t } = useTranslation('local-acts');
  const [chosen, setChosen] = useState<Plain>('Agree');
  const [asking, setAsking] = useState(false);
  const [approving, setApproving] = useState(false);
  const { act, dialog } = useAct();
  const may = (step: ActStep) => shown.steps.includes(step);
  const permitted = order.filter(may);
  const ask = (step: Plain) => {
    setChosen(step);
    setAsking(true);
  };
  const ahead = permitted.filter((step) => !plain[step].aside);
  const isLast = (step: Plain) => step === ahead.at(-1) && !may('Approve');

  return (
    <>
      {may('Revise') && (
        <Button variant="default" onClick={onEdit}>
          {t('act.edit')}
        </Button>
      )}
      {ahead.map((step) => (
        <Button key={step} variant={isLast(step) ? 'filled' : 'default'} onClick={() => ask(step)}>
          {t(`step.${step}.button`)}
        </Button>
      ))}
      {may('Approve') && <Button onClick={() => setApproving(true)}>{t('step.Approve.button')}</Button>}
      {permitted.includes('Repeal') && (
        <MoreMenu label={t('act.more')} items={[{ label: t('step.Repeal.button'), onClick: () => ask('Repeal') }]} />
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(`step.${chosen}.title`)}
        confirmLabel={t(`step.${chosen}.button`)}
        askReason={plain[chosen].askReason ?? false}
        danger={chosen === 'Repeal'}
        onConfirm={(reason) => act(() => plain[chosen].send(shown, reason))}
      >
        <Text>{t(`step.${chosen}.text`)}</Text>
      </ConfirmDialog>
      <Suspense>
        <ApproveDialog act={shown} opened={approving} onClose={() => setApproving(false)} />
      </Suspense>
      {dialog}
    </>
  );
}
