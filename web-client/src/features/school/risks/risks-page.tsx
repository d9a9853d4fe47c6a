import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { Register } from './register';
import { riskTabs, type RiskTab } from './tabs';

const SchoolSignals = later(async () => (await import('./school-signals')).SchoolSignals);

type Props = { organizationId: string; mayManage: boolean; tab: RiskTab; onTab: (tab: RiskTab) => void };

/** What may go wrong with mentoring here, and signs that something does. */
export function RisksPage({ organizationId, mayManage, tab, onTab }: Props) {
  const { t } = useTranslation('risks');
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs value={tab} onChange={(next) => onTab(next as RiskTab)} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')}>
          {riskTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="register">
          <Register organizationId={organizationId} mayManage={mayManage} />
        </Tabs.Panel>
        <Tabs.Panel value="signals">
          <SchoolSignals organizationId={organizationId} mayManage={mayManage} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
