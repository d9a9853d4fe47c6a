import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { adminTabs, type AdminTab } from './admin-tabs';
import { DictionaryEntries } from './dictionary-entries';
import { Storage } from './storage';
import { Territories } from './territories';

const Service = later(async () => (await import('./service')).Service);

type Props = { tab: AdminTab; onTab: (tab: AdminTab) => void };

/** What the whole country shares: territories, the lists that forms choose from, and the room for files. */
export function AdminPage({ tab, onTab }: Props) {
  const { t } = useTranslation('admin');
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
        <Tabs.Panel value="territories">
          <Territories />
        </Tabs.Panel>
        <Tabs.Panel value="dictionaries">
          <DictionaryEntries />
        </Tabs.Panel>
        <Tabs.Panel value="storage">
          <Storage />
        </Tabs.Panel>
        <Tabs.Panel value="service">
          <Service />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
