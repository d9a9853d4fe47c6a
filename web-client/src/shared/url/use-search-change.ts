import { useLocation, useRouter } from '@tanstack/react-router';
import { patch } from './search';

/**
 * Changes what the address of this page asks for. A change that comes late, such as a search sent
 * after a pause in typing, is dropped once the user is on the way to another page.
 */
export function useSearchChange<Search extends object>() {
  const router = useRouter();

  return (change: Partial<Search>, kept: { words?: string | undefined } = {}) => {
    const shown = router.state.resolvedLocation;
    if (shown && shown.pathname !== router.latestLocation.pathname) return;
    void router.navigate({
      to: '.',
      search: patch<Search>(change) as never,
      state: (was) => ({ ...was, ...kept }),
      replace: true,
      resetScroll: false,
    });
  };
}

/**
 * For lists of people: the words by which somebody is looked for are a name more often than not, and stay with the page in the
 * browser's history. An address is copied, bookmarked and logged; going back brings the words back all the same.
 */
export function useWords<Search extends { q?: string | undefined }>(asked: Omit<Search, 'q'>) {
  const change = useSearchChange<Search>();
  const words = useLocation({ select: ({ state }) => state.words });

  return {
    search: { ...asked, q: words } as Search,
    onSearch: (wanted: Partial<Search>) => change({ ...wanted, q: undefined }, 'q' in wanted ? { words: wanted.q } : {}),
  };
}
