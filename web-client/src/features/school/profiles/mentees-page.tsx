import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { MenteesTable } from './mentees-table';
import { menteeTabs, type MenteeSearch, type MenteeTab } from './search';

const LearningRequests = later(async () => (await import('./learning-requests')).LearningRequests);
const Wishes = later(async () => (await import('./wishes')).Wishes);

type Props = { organizationId: string; search: MenteeSearch; onSearch: (change: MenteeSearch) => void };

/** Who learns in a school, what they ask for, and who plans to join. */
export function MenteesPage({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('profiles');
  return (
    <>
      <PageHeader title={t('mentees.title')} summary={t('mentees.lead')} />
      <Tabs
        value={search.tab ?? 'list'}
        onChange={(tab) => onSearch({ tab: tab === 'list' ? undefined : (tab as MenteeTab) })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {menteeTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`mentees.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="list">
          <MenteesTable organizationId={organizationId} search={search} onSearch={onSearch} />
        </Tabs.Panel>
        <Tabs.Panel value="requests" maw={960}>
          <LearningRequests organizationId={organizationId} as="school" />
        </Tabs.Panel>
        <Tabs.Panel value="wishes" maw={960}>
          <Wishes organizationId={organizationId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
