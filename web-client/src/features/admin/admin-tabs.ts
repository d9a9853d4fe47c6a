export const adminTabs = ['territories', 'dictionaries'] as const;
export type AdminTab = (typeof adminTabs)[number];
