import { useState } from 'react';
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { routeActs } from './acts';
import type { Finding, Route } from './api';
import { GoalState } from './goal-state';
import { Edit, Part } from './part';

const FindingDialog = dialogLater(async () => (await import('./dialogs')).FindingDialog);
const DiagnosisDialog = dialogLater(async () => (await import('./diagnosis-dialog')).DiagnosisDialog);
const GoalsDialog = dialogLater(async () => (await import('./goals-dialog')).GoalsDialog);

type Attempt = (send: () => Promise<unknown>, word?: string) => void;
type Props = { route: Route; kind: 'Strength' | 'Deficit'; title: string; readOnly: boolean; attempt: Attempt };

/** The second and the third step: what the teacher can build on, and what is hard; a difficulty that is overcome is closed. */
export function Findings({ route, kind, title, readOnly, attempt }: Props) {
  const { t } = useTranslation('routes');
  const [open, setOpen] = useState<{ what: 'write' | 'take' | 'goals' | 'drop'; finding?: Finding }>();
  const close = () => setOpen(undefined);
  const rows = route.findings.filter((one) => one.kind === kind);
  const finding = open?.finding;
  return (
    <Part
      step={kind === 'Strength' ? 2 : 3}
      title={title}
      action={
        !readOnly && (
          <Group gap={4}>
            <Edit onClick={() => setOpen({ what: 'take' })}>{t('take.open')}</Edit>
            {kind === 'Deficit' && <Edit onClick={() => setOpen({ what: 'goals' })}>{t('goals.open')}</Edit>}
            <Edit onClick={() => setOpen({ what: 'write' })}>{t('add')}</Edit>
          </Group>
        )
      }
    >
      {rows.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {rows.map((one) => (
        <div key={one.id}>
          <OneFinding finding={one} />
          <GoalState goal={route.goals.find(({ goalId }) => goalId === one.goalId)} own />
          {!readOnly && (
            <Group gap={4} my={4} className="no-print">
              {kind === 'Deficit' && (
                <Edit onClick={() => attempt(() => routeActs.closeFinding(route, one, one.closedOn === null), t(one.closedOn ? 'reopened' : 'closed'))}>
                  {t(one.closedOn ? 'reopen' : 'overcome')}
                </Edit>
              )}
              <Edit onClick={() => setOpen({ what: 'write', finding: one })}>{t('edit')}</Edit>
              <Edit onClick={() => setOpen({ what: 'drop', finding: one })}>{t('drop')}</Edit>
            </Group>
          )}
        </div>
      ))}
      <FindingDialog route={route} kind={kind} finding={finding} opened={open?.what === 'write'} onClose={close} />
      <DiagnosisDialog route={route} kind={kind} opened={open?.what === 'take'} onClose={close} />
      <GoalsDialog route={route} opened={open?.what === 'goals'} onClose={close} />
      <ConfirmDialog
        opened={open?.what === 'drop'}
        onClose={close}
        title={t('dropTitle')}
        confirmLabel={t('drop')}
        danger
        silent
        onConfirm={() => {
          if (finding) attempt(() => routeActs.dropFinding(route, finding), t('drop'));
        }}
      >
        <Text size="sm">{finding?.text}</Text>
      </ConfirmDialog>
    </Part>
  );
}

function OneFinding({ finding }: { finding: Finding }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  return (
    <>
      <Text>{finding.text}</Text>
      <Text size="xs" c="dimmed">
        {[
          areas.name(finding.areaCode),
          finding.levelBefore !== null && t('levelOf', { level: finding.levelBefore }),
          finding.diagnosisId && t('fromDiagnosis'),
          finding.closedOn && t('closedOn', { date: format.date(finding.closedOn) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}
