import type { ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { adminTabs, type AdminTab } from './admin-tabs';
import { DictionaryEntries } from './dictionary-entries';
import { Storage } from './storage';
import { Territories } from './territories';

const Systems = later(async () => (await import('./systems')).Systems);
const Audit = later(async () => (await import('./audit')).Audit);
const Jobs = later(async () => (await import('./jobs')).Jobs);

type Props = {
  /** As it stands in the address; what is no tab is the first one. */
  tab: string | undefined;
  onTab: (tab: AdminTab) => void;
  /** The list of accounts, whose filters stand in the address. */
  accounts: ReactNode;
};

/** What keeps the platform running, and what the whole country shares. */
export function AdminPage({ tab: asked, onTab, accounts }: Props) {
  const { t } = useTranslation('admin');
  const tab = adminTabs.find((one) => one === asked) ?? adminTabs[0];
  const panels: Record<AdminTab, () => ReactNode> = {
    accounts: () => accounts,
    systems: () => <Systems />,
    audit: () => <Audit />,
    jobs: () => <Jobs />,
    territories: () => <Territories />,
    dictionaries: () => <DictionaryEntries />,
    storage: () => <Storage />,
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs value={tab} onChange={(next) => onTab(next as AdminTab)} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')}>
          {adminTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {adminTabs.map((one) => (
          <Tabs.Panel key={one} value={one}>
            {one === tab && panels[one]()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
