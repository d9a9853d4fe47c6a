import type { ReactNode } from 'react';
import cls from './how-counted.module.css';

export type Fact = [label: string, fact: ReactNode];

/** What is to be known of a thing, each under its name. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={cls.facts}>
    {facts.map(([label, fact]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{fact}</dd>
      </div>
    ))}
  </dl>
);
