import { Button, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/page-header';
import { Contacts } from './contacts';
import { Contracts } from './contracts';
import { Log } from './log';
import { partnerTabs, type TabProps } from './search';

/** With whom the school works outside itself, on what ground and what was agreed. */
export function PartnersPage(props: TabProps) {
  const { t } = useTranslation('partnerships');
  const tab = props.search.tab ?? 'contracts';
  // Another tab has other filters.
  const turn = (to: string | null) =>
    props.onSearch({
      tab: to === 'contracts' ? undefined : partnerTabs.find((one) => one === to),
      q: undefined,
      status: undefined,
      warned: undefined,
      role: undefined,
      kind: undefined,
      open: undefined,
      contact: undefined,
      contract: undefined,
    });

  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')}>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </PageHeader>
      <Tabs value={tab} onChange={turn} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')} className="no-print">
          {partnerTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="contracts">
          <Contracts {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts">
          <Contacts {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <Log {...props} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
