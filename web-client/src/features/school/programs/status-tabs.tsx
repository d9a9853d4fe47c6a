import type { ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProgramStatus } from './types';

type Count = { status: ProgramStatus; count: number };

type Props = {
  value: ProgramStatus | undefined;
  /** Of the whole organization, whatever else is filtered. */
  counts: readonly Count[] | undefined;
  onChange: (status: ProgramStatus | undefined) => void;
  children: ReactNode;
};

const ALL = 'all';

/** @returns programs of the status, or of all statuses together */
export const sum = (counts: readonly Count[], status?: ProgramStatus) =>
  counts.reduce((total, one) => (!status || one.status === status ? total + one.count : total), 0);

export function StatusTabs({ value, counts = [], onChange, children }: Props) {
  const { t } = useTranslation('programs');
  // A state that nothing is in takes no room, unless it is the one looked at.
  const shown = counts.filter(({ status, count }) => count > 0 || status === value);

  return (
    <Tabs
      value={value ?? ALL}
      onChange={(next) => onChange(next === ALL ? undefined : (next as ProgramStatus))}
    >
      <Tabs.List mb="sm" className="no-print" aria-label={t('field.status')}>
        <Tabs.Tab value={ALL} className="numbers">
          {t('list.all', { total: sum(counts) })}
        </Tabs.Tab>
        {shown.map(({ status, count }) => (
          <Tabs.Tab key={status} value={status} className="numbers">
            {t('list.tab', { status: t(`status.${status}`), total: count })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={value ?? ALL}>{children}</Tabs.Panel>
    </Tabs>
  );
}
