import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { PageHeader } from './page-header';
import cls from './record-header.module.css';

type Props = {
  title: string;
  status?: ReactNode;
  /** Short facts that identify the record: post, school, number, date. */
  facts?: readonly { label: string; value: ReactNode }[];
  children?: ReactNode;
};

/** Top of a record's page: what it is, in which state, and the few facts to tell it from others. */
export const RecordHeader = ({ title, status, facts = [], children }: Props) => (
  <div className={cls.box}>
    <PageHeader title={title} summary={status}>
      {children}
    </PageHeader>
    {facts.length > 0 && (
      <dl className={cls.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
  </div>
);
