import type { ReactNode } from 'react';
import cls from './status-tag.module.css';

/** `ok` works ●, `wait` waits for somebody ◆, `risk` needs attention ▲, `off` is over ○. */
export type Tone = 'ok' | 'wait' | 'risk' | 'off';

/** A status is a shape and a word: colour is never the only sign. */
export const StatusTag = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={cls.tag} data-tone={tone}>
    {children}
  </span>
);
