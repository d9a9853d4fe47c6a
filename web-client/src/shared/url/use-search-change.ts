import { useRouter } from '@tanstack/react-router';
import { patch } from './search';

/**
 * Changes what the address of this page asks for. A change that comes late, such as a search sent
 * after a pause in typing, is dropped once the user is on the way to another page.
 */
export function useSearchChange<Search extends object>() {
  const router = useRouter();

  return (change: Partial<Search>) => {
    const shown = router.state.resolvedLocation;
    if (shown && shown.pathname !== router.latestLocation.pathname) return;
    void router.navigate({
      to: '.',
      search: patch<Search>(change) as never,
      replace: true,
      resetScroll: false,
    });
  };
}
