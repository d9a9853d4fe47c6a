import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { plans, type PlanVersion } from './plan-api';
import { PlanChanges } from './plan-changes';
import cls from './plan-versions.module.css';
import type { Program } from './types';
import { isReturn, VersionActs } from './version-acts';

const ExtendDialog = dialogLater(async () => (await import('./extend-dialog')).ExtendDialog);
const ReplaceDialog = dialogLater(async () => (await import('./replace-dialog')).ReplaceDialog);
const ReturnDialog = dialogLater(async () => (await import('./return-dialog')).ReturnDialog);

const tones: Record<PlanVersion['status'], Tone> = {
  Proposed: 'wait',
  Current: 'ok',
  Superseded: 'off',
  Declined: 'risk',
  Withdrawn: 'off',
};

/** Every version of the plan: who changed it and why, who signed it, and what is proposed now. */
export function PlanVersions({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const versions = useQuery(plans.versions(program.id));
  const [asking, setAsking] = useState<'extend' | 'replace' | 'return'>();
  const { actions, id } = program;
  if (versions.error) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;

  return (
    <Stack gap="md">
      <Text c="dimmed" maw={640}>
        {t('versions.lead')}
      </Text>
      <Group gap="xs">
        {actions.includes('Correct') && (
          <LinkButton to="/programs/$programId/correct" params={{ programId: id }}>
            {t('versions.correct')}
          </LinkButton>
        )}
        {actions.includes('Extend') && (
          <Button variant="default" onClick={() => setAsking('extend')}>
            {t('versions.extend')}
          </Button>
        )}
        {actions.includes('ReplaceMentor') && (
          <Button variant="default" onClick={() => setAsking('replace')}>
            {t('versions.replace')}
          </Button>
        )}
        {actions.includes('ReplaceMentor') && program.participants.some(({ leftOn }) => leftOn) && (
          <Button variant="default" onClick={() => setAsking('return')}>
            {t('versions.return')}
          </Button>
        )}
      </Group>
      {versions.data?.length === 0 && <EmptyState title={t('versions.none')} text={t('versions.noneText')} />}
      <ol className={cls.list} aria-label={t('page.tab.versions')}>
        {versions.data?.map((version) => (
          <Version key={version.number} programId={id} version={version} />
        ))}
      </ol>
      <ExtendDialog program={program} opened={asking === 'extend'} onClose={() => setAsking(undefined)} />
      <ReplaceDialog program={program} opened={asking === 'replace'} onClose={() => setAsking(undefined)} />
      <ReturnDialog program={program} opened={asking === 'return'} onClose={() => setAsking(undefined)} />
    </Stack>
  );
}

function Version({ programId, version }: { programId: string; version: PlanVersion }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { number, kind, status, reason, declineReason, incomingName, leavingName, signatures, missing } = version;
  const [open, setOpen] = useState(status === 'Proposed');
  const signed = signatures.map((one) => `${one.name} (${format.instant(one.signedAt)})`).join(', ');
  const lines = [
    reason && t('versions.reason', { reason }),
    incomingName &&
      (leavingName
        ? t('versions.mentors', { leaving: leavingName, incoming: incomingName })
        : t('versions.returns', { name: incomingName })),
    declineReason && t('versions.declined', { reason: declineReason }),
    signed && t('versions.signed', { names: signed }),
    missing.length > 0 && t('versions.missing', { names: missing.join(', ') }),
  ].filter((line): line is string => typeof line === 'string' && line !== '');

  return (
    <li className={cls.version} data-status={status}>
      <Group justify="space-between" align="start" gap="xs">
        <div>
          <Title order={2}>
            {t('versions.title', { number, kind: t(isReturn(version) ? 'versions.returnOf' : `versions.kind.${kind}`) })}
          </Title>
          <Text size="sm" c="dimmed">
            {[format.instant(version.createdAt), version.authorName].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <StatusTag tone={tones[status]}>{t(`versions.status.${status}`)}</StatusTag>
      </Group>
      {lines.map((line) => (
        <p key={line} className={cls.text}>
          {line}
        </p>
      ))}
      <Group gap="xs" mt="xs">
        <VersionActs programId={programId} version={version} />
        {number > 1 && (
          <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'versions.hideChanges' : 'versions.showChanges')}
            <span className="visually-hidden">: {t('versions.number', { number })}</span>
          </Button>
        )}
      </Group>
      {open && number > 1 && <PlanChanges programId={programId} number={number} />}
    </li>
  );
}
