import type { ReactNode } from 'react';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/shared/ui/link-button';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { Setup, Step, StepCode, StepState } from './api';
import type { SetupTab } from './tabs';
import cls from './setup.module.css';

const tones: Record<StepState, Tone> = { Open: 'risk', Started: 'wait', Done: 'ok', NotNeeded: 'off' };

/** Steps that are a document. */
const documents = {
  IntroductionOrder: 'IntroductionOrder',
  Regulation: 'Regulation',
  Roadmap: 'ImplementationRoadmap',
  Curator: 'CuratorOrder',
  Council: 'CouncilOrder',
  Agreement: 'CollectiveAgreement',
} as const satisfies Partial<Record<StepCode, string>>;

/** Steps that are done on a tab of this page. */
const tabs: Partial<Record<StepCode, SetupTab>> = { Structure: 'structure', Monitoring: 'monitoring', Provision: 'provision' };

/** Where this user may go from here. */
export type Leads = { people: boolean; programs: boolean; roles: boolean };

type Props = {
  organizationId: string;
  setup: Setup;
  mayWrite: boolean;
  appoint?: ReactNode;
  leads: Leads;
  onTab: (tab: SetupTab) => void;
};

export function Checklist({ setup: { steps, advice }, ...props }: Props) {
  const { t } = useTranslation('setup');
  const next = steps.find(({ state }) => state === 'Open' || state === 'Started');

  return (
    <ol className={cls.steps} aria-label={t('tab.steps')}>
      {steps.map((step, index) => (
        <li key={step.code} className={cls.step} data-next={step === next || undefined}>
          <span className={cls.number} aria-hidden="true">
            {index + 1}
          </span>
          <div className={cls.about}>
            <Text fw={600}>{t(`step.${step.code}.title`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`step.${step.code}.text`, { count: step.count })}
            </Text>
            {step.code === 'Structure' && (
              <Text size="sm">{t('structure.advised', { structure: t(`structureName.${advice.structure}`) })}</Text>
            )}
          </div>
          <StatusTag tone={tones[step.state]}>{t(`state.${step.state}`)}</StatusTag>
          <div className={`${cls.acts} no-print`}>
            <Acts step={step} {...props} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Acts({ step, organizationId, mayWrite, appoint, leads, onTab }: Omit<Props, 'setup'> & { step: Step }) {
  const { t } = useTranslation('setup');
  const { code, state, actId, count } = step;
  const params = { orgId: organizationId };
  const kind = code in documents ? documents[code as keyof typeof documents] : undefined;
  const tab = tabs[code];
  const look = { size: 'compact-sm', variant: state === 'Done' ? 'subtle' : 'default' } as const;

  return (
    <>
      {code === 'Curator' && count === 0 && appoint}
      {kind && actId && (
        <LinkButton {...look} to="/documents/$actId" params={{ actId }} aria-label={t('act.openOf', { step: t(`step.${code}.title`) })}>
          {t('act.open')}
        </LinkButton>
      )}
      {kind && !actId && mayWrite && state !== 'NotNeeded' && (
        <LinkButton
          {...look}
          to="/school/$orgId/documents"
          params={params}
          search={{ draft: kind }}
          aria-label={t('act.draftOf', { step: t(`step.${code}.title`) })}
        >
          {t('act.draft')}
        </LinkButton>
      )}
      {tab && (
        <Button {...look} onClick={() => onTab(tab)} aria-label={t(mayWrite ? 'act.setOf' : 'act.seeOf', { step: t(`step.${code}.title`) })}>
          {t(mayWrite ? 'act.set' : 'act.see')}
        </Button>
      )}
      {leads.people && (code === 'Staff' || code === 'Need') && (
        <LinkButton {...look} to="/school/$orgId/people" params={params} aria-label={t(`act.${code}`)}>
          {t(`act.${code}`)}
        </LinkButton>
      )}
      {leads.roles && (code === 'Psychologist' || code === 'Union' || code === 'Mentors' || (code === 'Council' && state !== 'NotNeeded')) && (
        <LinkButton {...look} to="/school/$orgId/settings" params={params} aria-label={t('act.rolesOf', { step: t(`step.${code}.title`) })}>
          {t('act.roles')}
        </LinkButton>
      )}
      {leads.programs && code === 'Programs' && (
        <>
          <LinkButton {...look} to="/school/$orgId/programs" params={params}>
            {t('act.Programs')}
          </LinkButton>
          <LinkButton {...look} variant="subtle" to="/school/$orgId/templates" params={params}>
            {t('act.templates')}
          </LinkButton>
        </>
      )}
    </>
  );
}
