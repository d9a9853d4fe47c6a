export const adminTabs = ['territories', 'dictionaries', 'storage', 'service'] as const;
export type AdminTab = (typeof adminTabs)[number];
