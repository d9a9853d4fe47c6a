import { useState, type ReactNode } from 'react';
import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { useProof } from './consent-proof';
import cls from './notices.module.css';
import type { Consent, Program } from './types';

const SettleDialog = dialogLater(async () => (await import('./settle-dialog')).SettleDialog);

/** What the reader must know before anything else: why it came back, when it ends, why it ended. */
export function Notices({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { status, noticeUntil, noticeIsProvisional, finishedAt, finishReason } = program;
  const last = program.approvals[0];
  const returned = status === 'Draft' && last?.decision === 'Returned' ? last : undefined;
  const left = gone(program);
  const named = ({ name, leftOn }: (typeof left)[number]) =>
    [name, leftOn && t('people.left', { date: format.lastDay(leftOn) })].join(', ');
  const refused = program.consents.find((one) => one.status === 'Refused');

  return (
    <>
      {returned && (
        <Notice title={t(`notice.returned.${returned.stage}`, { name: returned.decidedByName })}>
          {returned.comment}
        </Notice>
      )}
      {status === 'Draft' && !returned && refused && (
        <Notice title={t('notice.refused', { name: refused.name })}>{refused.reason}</Notice>
      )}
      {program.consents
        .filter((one) => one.status === 'Contested')
        .map((consent) => (
          <Contested key={consent.id} program={program} consent={consent} />
        ))}
      {left.length > 0 && (
        <Notice title={t('notice.left', { names: left.map(named).join('; ') })}>
          {t(`notice.${whatNext(program, left)}`)}
        </Notice>
      )}
      {program.warnings.map((warning) => (
        <Notice key={warning} title={t(`notice.warning.${warning}`)}>
          {t('notice.warningText')}
        </Notice>
      ))}
      {program.actions.includes('SignPlan') && (
        <Notice title={t('notice.toSign', { number: program.proposedPlanVersion ?? 0 })}>
          <Link to="/programs/$programId" params={{ programId: program.id }} search={{ tab: 'versions' }}>
            {t('notice.toVersions')}
          </Link>
        </Notice>
      )}
      {noticeUntil && !finishedAt && (
        <Notice title={t('notice.ends', { date: format.date(noticeUntil, 'long') })}>
          {noticeIsProvisional && t('notice.provisional', { year: noticeUntil.slice(0, 4) })}
        </Notice>
      )}
      {finishReason && <Notice title={t('notice.finished')}>{finishReason}</Notice>}
    </>
  );
}

/** Who has left a program that is not over and was not replaced on that side. */
const gone = ({ status, participants }: Program) =>
  ['Draft', 'Active', 'Paused'].includes(status)
    ? participants.filter(
        ({ role, leftOn }) => leftOn && !participants.some((other) => other.role === role && !other.leftOn),
      )
    : [];

/** What can be done about it: by whoever decides, and by the one who stayed. */
function whatNext({ status, steps, proposedPlanVersion }: Program, left: Program['participants']) {
  if (status === 'Draft') return 'leftDraft';
  if (proposedPlanVersion) return 'leftProposed';
  if (!steps.includes('EndEarly')) return 'leftWait';
  return left.some(({ role }) => role === 'Mentor') ? 'leftText' : 'leftMentee';
}

/** Nothing goes ahead until somebody has said whose consent it is. */
function Contested({ program, consent }: { program: Program; consent: Consent }) {
  const { t } = useTranslation('programs');
  const proof = useProof();
  const [settling, setSettling] = useState(false);
  const close = () => setSettling(false);

  return (
    <Notice title={t('notice.contested', { name: consent.name })}>
      {t('notice.contestedText')}
      {consent.contestWords && ` «${consent.contestWords}»`}
      {program.actions.includes('SettleConsent') && (
        <Button size="compact-sm" mt="xs" display="block" onClick={() => setSettling(true)}>
          {t('consent.settle')}
        </Button>
      )}
      <SettleDialog program={program} consent={consent} proof={proof(consent)} opened={settling} onClose={close} />
    </Notice>
  );
}

const Notice = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div role="note" className={cls.notice}>
    <Text fw={600}>{title}</Text>
    {children && <div className={cls.text}>{children}</div>}
  </div>
);
