import { useEffect, useRef, useState } from 'react';

/** How far below the window something may still be to count as near. */
const MARGIN = '200px';

/** Whether the element has come near the window, or the page is to be printed: from then on it stays so. */
export function useNear<T extends HTMLElement>() {
  const box = useRef<T>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    if (near) return;
    const come = () => setNear(true);
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && come(), { rootMargin: MARGIN });
    watch.observe(box.current!);
    addEventListener('beforeprint', come);
    return () => {
      watch.disconnect();
      removeEventListener('beforeprint', come);
    };
  }, [near]);

  return { box, near };
}
