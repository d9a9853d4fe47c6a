import { useEffect } from 'react';
import { useRouter } from '@tanstack/react-router';

/**
 * After another page has been shown, moves focus to its heading, so that a screen reader
 * announces it and Tab goes on from the top. Changing the search of the same page keeps focus.
 */
export function usePageFocus() {
  const router = useRouter();

  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        const heading = document.querySelector<HTMLElement>('main h1');
        heading?.setAttribute('tabindex', '-1');
        heading?.focus({ preventScroll: true });
      }),
    [router],
  );
}
