import { Suspense, type ReactNode } from 'react';
import { Button, Tabs } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';
import { later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { programs } from './api';
import { ConsentPanel } from './consent-panel';
import { Goals } from './goals';
import { Notices } from './notices';
import { Participants } from './participants';
import { Pilot } from './pilot';
import { ProgramActions } from './program-actions';
import { ProgramDocument } from './program-document';
import cls from './program-page.module.css';
import { ProgramRoad } from './program-road';
import { Roadmap } from './roadmap';
import { SaveTemplate } from './save-template';
import { programTabs, type ProgramTab } from './search';
import { tones } from './status';
import { Terms } from './terms';
import type { Program } from './types';

// Read less often than the program itself: loaded when their tab is opened.
const Evaluations = later(async () => (await import('./evaluations')).Evaluations);
const PlanVersions = later(async () => (await import('./plan-versions')).PlanVersions);
const Records = later(async () => (await import('./records')).Records);
const Products = later(async () => (await import('./products')).Products);
const Discussion = later(async () => (await import('./discussion')).Discussion);
const History = later(async () => (await import('./history')).History);

type Props = {
  programId: string;
  me: Me;
  tab: ProgramTab;
  onTab: (tab: ProgramTab) => void;
  /** The meetings of the pair, which another feature shows. */
  meetings: (may: { write: boolean; notes: boolean }, goals: Program['goals']) => ReactNode;
  /** What the council concluded, which another feature shows. */
  ofCouncil?: ReactNode;
  /** What changed with the pair, which another feature shows. */
  ofImpact?: ReactNode;
  /** What was taken from the bank of practices, which another feature shows. */
  ofBank?: ReactNode;
};

export function ProgramPage({ programId, me, tab, onTab, meetings, ofCouncil, ofImpact, ofBank }: Props) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { data: program } = useSuspenseQuery(programs.detail(programId));
  const { status, actions } = program;
  const people = (role: string) =>
    program.participants
      .filter((one) => one.role === role)
      .map(({ name }) => name)
      .join(', ');

  return (
    <>
      <div className="no-print">
        <RecordHeader
          title={program.title}
          status={<StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>}
          facts={[
            { label: t('field.mentor'), value: people('Mentor') },
            { label: t('field.mentee'), value: people('Mentee') },
            {
              label: t('field.period'),
              value: `${format.date(program.startsOn)} – ${format.date(program.endsOn)}`,
            },
            { label: t('field.organization'), value: program.organizationName },
          ]}
        >
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => print()}
          >
            {t('page.print')}
          </Button>
          {actions.includes('Revise') && (
            <LinkButton
              to="/programs/$programId/edit"
              params={{ programId }}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {t('page.edit')}
            </LinkButton>
          )}
          <ProgramActions program={program} />
        </RecordHeader>

        <ProgramRoad program={program} />
        <Notices program={program} />
        <ConsentPanel program={program} personId={me.personId ?? undefined} />

        <Tabs value={tab} onChange={(next) => onTab(next as ProgramTab)} keepMounted={false}>
          <Tabs.List mb="md" aria-label={t('page.sections')}>
            {programTabs.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`page.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="program">
            <div className={cls.columns}>
              <div className={cls.main}>
                <Roadmap program={program} />
                {may(me, 'TemplateWrite') && program.activities.length > 0 && <SaveTemplate program={program} />}
                <Goals program={program} />
                <Records program={program} />
                <Suspense>{ofBank}</Suspense>
              </div>
              <div className={cls.side}>
                <Participants program={program} />
                <Terms program={program} />
                {(program.pilot !== 'None' || program.actions.includes('SetPilot')) && <Pilot program={program} />}
              </div>
            </div>
          </Tabs.Panel>
          <Suspense>
            <Tabs.Panel value="meetings">
              {meetings(
                { write: actions.includes('ArrangeMeetings'), notes: actions.includes('WriteNotes') },
                program.goals,
              )}
            </Tabs.Panel>
            <Tabs.Panel value="products">
              <Products program={program} />
            </Tabs.Panel>
            <Tabs.Panel value="discussion">
              <Discussion program={program} />
            </Tabs.Panel>
            <Tabs.Panel value="versions">
              <PlanVersions program={program} />
            </Tabs.Panel>
            <Tabs.Panel value="evaluation">
              <Evaluations program={program} personId={me.personId ?? undefined} />
              {ofCouncil}
            </Tabs.Panel>
            <Tabs.Panel value="impact">{ofImpact}</Tabs.Panel>
            <Tabs.Panel value="history">
              <History programId={programId} />
            </Tabs.Panel>
          </Suspense>
        </Tabs>
      </div>
      <ProgramDocument program={program} />
    </>
  );
}
