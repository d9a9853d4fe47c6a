import type { ReactNode } from 'react';
import { Progress, Tabs, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { setup } from './api';
import { Checklist, type Leads } from './checklist';
import { setupTabs, type SetupTab } from './tabs';

const Components = later(async () => (await import('./components')).Components);
const Monitoring = later(async () => (await import('./monitoring')).Monitoring);
const Provisions = later(async () => (await import('./provisions')).Provisions);
const Structure = later(async () => (await import('./structure')).Structure);

type Props = {
  organizationId: string;
  tab: SetupTab;
  onTab: (tab: SetupTab) => void;
  mayWrite: boolean;
  /** Appointing the curator from the deputies: a part of another feature. */
  appoint?: ReactNode;
  leads: Leads;
};

/** From nothing to a running system: what is done, what is next, and where to do it. */
export function SetupPage({ organizationId, tab, onTab, mayWrite, appoint, leads }: Props) {
  const { t } = useTranslation('setup');
  const { language } = useFormat();
  const { data } = useSuspenseQuery(setup.of(organizationId));
  const needed = data.steps.filter(({ state }) => state !== 'NotNeeded');
  const done = needed.filter(({ state }) => state === 'Done').length;
  const { sector } = data;
  const project = language === 'ru' ? sector.federalProjectRu : sector.federalProjectEn;

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={
          <>
            {language === 'ru' ? sector.nameRu : sector.nameEn}
            {project && ` · ${t('project', { project })}`}
          </>
        }
      >
        <div style={{ minWidth: 200 }}>
          <Text size="sm" className="numbers">
            {t('done', { done, total: needed.length })}
          </Text>
          <Progress value={(100 * done) / needed.length} aria-label={t('done', { done, total: needed.length })} />
        </div>
      </PageHeader>
      <Tabs value={tab} onChange={(next) => onTab(next as SetupTab)} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')}>
          {setupTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="steps">
          <Checklist organizationId={organizationId} setup={data} mayWrite={mayWrite} appoint={appoint} leads={leads} onTab={onTab} />
        </Tabs.Panel>
        <Tabs.Panel value="structure">
          <Structure organizationId={organizationId} setup={data} mayWrite={mayWrite} />
          <Components setup={data} />
        </Tabs.Panel>
        <Tabs.Panel value="monitoring">
          <Monitoring organizationId={organizationId} setup={data} mayWrite={mayWrite} />
        </Tabs.Panel>
        <Tabs.Panel value="provision">
          <Provisions organizationId={organizationId} mayWrite={mayWrite} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
