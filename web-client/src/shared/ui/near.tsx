import type { ReactNode } from 'react';
import { useNear } from './use-near';

/** A part at the end of a page that asks for its code and its data when somebody comes near to it. */
export function Near({ children }: { children: ReactNode }) {
  const { box, near } = useNear<HTMLDivElement>();
  return <div ref={box}>{near && children}</div>;
}
