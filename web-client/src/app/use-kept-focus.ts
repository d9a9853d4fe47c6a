import { useEffect } from 'react';

/** Where somebody was: the element, and what it stood in, inmost first. */
type Place = { element: HTMLElement; around: HTMLElement[]; opener?: string };

/** Time for what means to take the focus itself: a dialog that opens, one that gives it back, the next page. */
const GRACE = 60;

/**
 * Whoever works by keys stays where they were: when the focused element leaves the screen (the row is gone, the tab
 * shows something else, the message has faded, the button was switched off while it sent), the focus goes back to it if
 * it returns, to where a dialog was opened from, to its row, or to the heading of the section it stood in, never to nothing.
 */
export function useKeptFocus() {
  useEffect(() => {
    const page = document;
    let now: Place | undefined;
    let onPage: Place | undefined;
    let waiting: number | undefined;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === page.body) return;
      const opener = target.closest('[role="menu"], [role="listbox"]')?.getAttribute('aria-labelledby');
      now = { element: target, around: ancestors(target), ...(opener ? { opener } : {}) };
      if (target.closest('main, header, nav') && !target.closest('[role="dialog"]')) onPage = now;
    };
    // A click on nothing means to leave: only a click on something takes the focus anew.
    const forget = () => {
      now = undefined;
    };
    const look = () => {
      if (!now || page.activeElement !== page.body || waiting !== undefined) return;
      waiting = window.setTimeout(() => {
        waiting = undefined;
        if (now && page.activeElement === page.body) bringBack(now, onPage);
      }, GRACE);
    };

    const watch = new MutationObserver(look);
    watch.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'style'] });
    page.addEventListener('focusin', remember);
    page.addEventListener('pointerdown', forget, true);
    return () => {
      watch.disconnect();
      window.clearTimeout(waiting);
      page.removeEventListener('focusin', remember);
      page.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}

function ancestors(element: HTMLElement) {
  const found: HTMLElement[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) found.push(one);
  return found;
}

function bringBack(now: Place, onPage: Place | undefined) {
  // Switched off or hidden for a while: the next change on the page asks again.
  if (now.element.isConnected) return focus(now.element);
  const opener = now.opener ? document.getElementById(now.opener) : null;
  if (opener) return focus(opener);
  const from = now.element === onPage?.element || !onPage ? now : onPage;
  if (from.element.isConnected) return focus(from.element);
  focus(nearest(from.around));
}

const SECTIONS = 'section, [role="dialog"], [role="tabpanel"], main';
const HEADINGS = 'h1, h2, h3, h4';

/** What is left of its row; else the heading of the smallest section left of those it stood in. */
function nearest(around: readonly HTMLElement[]) {
  const left = around.find((one) => one.isConnected);
  const inRow = left?.closest('main :is(tr, li)')?.querySelector<HTMLElement>('a[href], button:enabled');
  if (inRow) return inRow;
  for (let section = left?.closest(SECTIONS); section; section = section.parentElement?.closest(SECTIONS)) {
    const heading = section.querySelector<HTMLElement>(HEADINGS);
    if (heading) return heading;
  }
  return document.querySelector<HTMLElement>('main h1, main');
}

function focus(element: HTMLElement | null) {
  if (!element) return;
  if (element.matches(HEADINGS) && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
}
