import type { MouseEvent, ReactNode } from 'react';
import { useRouter } from '@tanstack/react-router';

type Props = { path: string; className?: string | undefined; onFollow?: () => void; children: ReactNode };

/** A link to a page of ours that the server named: opens it without loading the application anew. */
export function PathLink({ path, className, onFollow, children }: Props) {
  const router = useRouter();

  const follow = (event: MouseEvent) => {
    onFollow?.();
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(path);
  };

  return (
    <a href={path} className={className} onClick={follow}>
      {children}
    </a>
  );
}
