export const adminTabs = ['territories', 'dictionaries', 'storage'] as const;
export type AdminTab = (typeof adminTabs)[number];
