import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { Queue } from './queue';
import { psychTabs, type PsychTab } from './tabs';

const Climate = later(async () => (await import('./climate')).Climate);
const Pairs = later(async () => (await import('./pairs')).Pairs);
const Plan = later(async () => (await import('./plan')).Plan);
const Readiness = later(async () => (await import('./readiness')).Readiness);
const Trainings = later(async () => (await import('./trainings')).Trainings);

type Props = {
  organizationId: string;
  tab: PsychTab;
  /** Whose record is to be opened at once, when the queue led here. */
  open: string | undefined;
  onTab: (tab: PsychTab, open?: string) => void;
};

/** The psychologist's workspace: nobody else reads it. */
export function PsychPage({ organizationId, tab, open, onTab }: Props) {
  const { t } = useTranslation('psychology');
  return (
    <>
      <PageHeader title={t('title')} summary={t('private')} />
      <Tabs value={tab} onChange={(next) => onTab(next as PsychTab)} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('title')}>
          {psychTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="queue">
          <Queue organizationId={organizationId} onTab={onTab} />
        </Tabs.Panel>
        <Tabs.Panel value="pairs">
          <Pairs organizationId={organizationId} open={open} />
        </Tabs.Panel>
        <Tabs.Panel value="readiness">
          <Readiness organizationId={organizationId} open={open} />
        </Tabs.Panel>
        <Tabs.Panel value="trainings">
          <Trainings organizationId={organizationId} />
        </Tabs.Panel>
        <Tabs.Panel value="climate">
          <Climate organizationId={organizationId} />
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          <Plan organizationId={organizationId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
