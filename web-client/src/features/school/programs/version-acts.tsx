import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { planActs } from './plan-acts';
import type { PlanVersion } from './plan-api';
import { useAct } from './use-act';

type Ask = 'sign' | 'decline' | 'withdraw';

/** Somebody who had left comes back, in nobody's place. */
export const isReturn = ({ kind, leavingName, incomingName }: PlanVersion) =>
  kind === 'Replacement' && Boolean(incomingName) && !leavingName;

/** Signing, declining or taking back a version, as far as the reader may. */
export function VersionActs({ programId, version }: { programId: string; version: PlanVersion }) {
  const { t } = useTranslation('programs');
  const { act, dialog } = useAct();
  const [asking, setAsking] = useState<Ask>();
  const { number, kind, status, maySign, mayDecline, mayWithdraw } = version;
  const may: Record<Ask, boolean> = { sign: maySign, decline: mayDecline, withdraw: mayWithdraw };
  const send: Record<Ask, (reason: string) => Promise<unknown>> = {
    sign: () => planActs.sign(programId, number),
    decline: (reason) => planActs.decline(programId, number, reason),
    withdraw: () => planActs.withdraw(programId, number),
  };
  const what = asking ?? 'sign';
  const signText = status === 'Proposed' && isReturn(version) ? 'returnSign' : `signText.${status === 'Proposed' ? kind : 'Draft'}` as const;
  const text = t(`versions.${what === 'sign' ? signText : (`${what}Text` as const)}`);

  return (
    <>
      {(['sign', 'decline', 'withdraw'] as const)
        .filter((one) => may[one])
        .map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={one === 'sign' ? 'filled' : 'default'}
            onClick={() => setAsking(one)}
          >
            {t(`versions.${one}`)}
            <span className="visually-hidden">: {t('versions.number', { number })}</span>
          </Button>
        ))}
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(`versions.${what}Title`, { number })}
        confirmLabel={t(`versions.${what}`)}
        {...(what === 'decline' ? { askReason: 'optional' as const } : {})}
        onConfirm={(reason) => act(() => send[what](reason))}
      >
        <Text>{text}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
