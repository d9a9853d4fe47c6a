import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { initI18n } from '@/shared/i18n';
import { server } from './server';

// What is loaded later comes late on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

// What Mantine needs and jsdom lacks.
const noListeners = { addEventListener() {}, removeEventListener() {} };
Object.assign(window, {
  matchMedia: (media: string) => ({ matches: false, media, ...noListeners }),
  scrollTo: () => {},
});
Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve(), ...noListeners } });
Element.prototype.scrollIntoView = () => {};
// Nothing scrolls: whatever is watched is in view.
globalThis.IntersectionObserver = class {
  readonly report: IntersectionObserverCallback;
  constructor(report: IntersectionObserverCallback) {
    this.report = report;
  }
  observe(target: Element) {
    this.report([{ isIntersecting: true, target } as IntersectionObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
  takeRecords = () => [];
  root = null;
  rootMargin = '';
  scrollMargin = '';
  thresholds = [];
};
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  await initI18n('ru');
});
afterEach(() => {
  cleanup();
  notifications.clean();
  server.resetHandlers();
  localStorage.clear();
  sessionStorage.clear();
});
afterAll(() => server.close());
