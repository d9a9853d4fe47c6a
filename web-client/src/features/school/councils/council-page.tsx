import { Tabs } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { PageHeader } from '@/shared/ui/page-header';
import { CouncilSections } from '@/shared/councils/council-sections';
import type { CouncilMay } from '@/shared/councils/where';
import { councils } from './api';
import cls from './councils.module.css';
import { Decisions } from './decisions';
import { Drafts } from './drafts';
import { Meetings } from './meetings';
import { Members } from './members';
import { Queue } from './queue';
import { councilTabs, type CouncilTab } from './status';
import type { DecisionStatus } from './types';

export type CouncilSearch = {
  tab?: CouncilTab | undefined;
  program?: string | undefined;
  status?: DecisionStatus | undefined;
};

type Props = {
  organizationId: string;
  personId: string | undefined;
  may: CouncilMay;
  search: CouncilSearch;
  onSearch: (change: CouncilSearch) => void;
};

/** The council's desk: programs that wait for it, its meetings, decisions and members. */
export function CouncilPage({ organizationId, personId, may, search, onSearch }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { data: council } = useSuspenseQuery(councils.council(organizationId));
  const tab = search.tab ?? 'queue';
  const { nextMeeting, quorum, members } = council;

  return (
    <>
      <PageHeader
        title={t('page.title')}
        summary={[council.organizationName, quorum ? t('page.members', { count: members, quorum }) : t('page.noMembers')].join(' · ')}
      />
      <CouncilSections />
      <dl className={cls.numbers}>
        <div>
          <dt>{t('page.waiting')}</dt>
          <dd>{format.number(council.programsWaiting)}</dd>
        </div>
        <div>
          <dt>{t('page.openDecisions')}</dt>
          <dd>{format.number(council.openDecisions)}</dd>
        </div>
        <div>
          <dt>{t('page.openTasks')}</dt>
          <dd>
            {format.number(council.openTasks)}
            {council.overdueTasks > 0 && ` (${t('page.overdue', { count: council.overdueTasks })})`}
          </dd>
        </div>
        <div>
          <dt>{t('page.nextMeeting')}</dt>
          <dd>
            {nextMeeting ? (
              <Link to="/council/meetings/$meetingId" params={{ meetingId: nextMeeting.id }}>
                {nextMeeting.status === 'InSession' ? t('meetingStatus.InSession') : format.instant(nextMeeting.startsAt)}
              </Link>
            ) : (
              '—'
            )}
          </dd>
        </div>
      </dl>

      <Tabs value={tab} onChange={(next) => onSearch({ tab: next === 'queue' ? undefined : (next as CouncilTab) })} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('page.title')}>
          {councilTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`page.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="queue">
          <Queue
            organizationId={organizationId}
            mayDecide={may.decidePrograms}
            chosen={search.program}
            onChoose={(program) => onSearch({ program })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="drafts">
          <Drafts organizationId={organizationId} />
        </Tabs.Panel>
        <Tabs.Panel value="meetings">
          <Meetings organizationId={organizationId} mayCall={may.lead && members > 0} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions">
          <Decisions
            organizationId={organizationId}
            mayLead={may.lead}
            status={search.status}
            onStatus={(status) => onSearch({ status })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <Members council={council} mayManage={may.manage} personId={personId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
