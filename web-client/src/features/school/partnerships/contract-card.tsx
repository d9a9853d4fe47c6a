import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import { LinkButton } from '@/shared/ui/link-button';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { partnerships, type Contract, type ContractStep } from './api';

export type ContractTask = { kind: 'revise' | 'file'; contract: Contract } | { kind: 'move'; contract: Contract; step: ContractStep };

const tones: Record<Contract['status'], Tone> = { Draft: 'wait', InForce: 'ok', Ended: 'off', Terminated: 'off' };
type Props = { organizationId: string; contract: Contract; onTask: (task: ContractTask) => void };

/** One contract with its term and who answers for it. */
export function ContractCard({ organizationId, contract, onTask }: Props) {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const { id, kind, partnerName, subject, number, signedOn, startsOn, endsOn, responsibleName, status, warning, outcome, fileName, steps } = contract;
  const open = status === 'Draft' || status === 'InForce';
  return (
    <Paper withBorder p="sm" component="section" aria-label={partnerName}>
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{partnerName}</Text>
            <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
            {warning !== 'None' && <StatusTag tone="risk">{t(`warning.${warning}`)}</StatusTag>}
          </Group>
          <Text size="sm" c="dimmed">
            {[
              t(`contractKind.${kind}`),
              number && signedOn ? t('contract.signed', { number, date: format.date(signedOn) }) : t('contract.unsigned'),
            ].join(' · ')}
          </Text>
          <Text size="sm">{subject}</Text>
          <Text size="sm">
            {endsOn
              ? t('contract.term', { from: format.date(startsOn), to: format.lastDay(endsOn, startsOn) })
              : t('contract.noTerm', { from: format.date(startsOn) })}
            {' · '}
            {t('contract.responsibleIs', { name: responsibleName })}
          </Text>
          {outcome && <Text size="sm">{t('contract.outcomeIs', { text: outcome })}</Text>}
        </div>
        <Group gap="xs" className="no-print">
          <LinkButton
            variant="subtle"
            to="/school/$orgId/partners"
            params={{ orgId: organizationId }}
            search={{ tab: 'log', contract: id }}
            aria-label={`${t('log.entriesOf')}: ${partnerName}`}
          >
            {t('log.entriesOf')}
          </LinkButton>
          {fileName && (
            <Button
              variant="subtle"
              aria-label={t('contract.download', { name: fileName })}
              onClick={() => void download(partnerships.contractFile(organizationId, id), fileName)}
            >
              {t('contract.file')}
            </Button>
          )}
          {open && (
            <>
              <Button variant="subtle" aria-label={`${t('contract.attach')}: ${partnerName}`} onClick={() => onTask({ kind: 'file', contract })}>
                {t('contract.attach')}
              </Button>
              <Button variant="subtle" aria-label={`${t('edit')}: ${partnerName}`} onClick={() => onTask({ kind: 'revise', contract })}>
                {t('edit')}
              </Button>
            </>
          )}
          {steps.map((step) => (
            <Button key={step} variant="default" aria-label={`${t(`step.${step}`)}: ${partnerName}`} onClick={() => onTask({ kind: 'move', contract, step })}>
              {t(`step.${step}`)}
            </Button>
          ))}
        </Group>
      </Group>
    </Paper>
  );
}
