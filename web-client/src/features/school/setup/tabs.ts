/** Apart from the page, so that the address can be read before the page is loaded. */
export const setupTabs = ['steps', 'structure', 'monitoring', 'provision'] as const;
export type SetupTab = (typeof setupTabs)[number];
