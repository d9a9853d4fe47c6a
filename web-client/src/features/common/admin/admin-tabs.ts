export const adminTabs = ['accounts', 'systems', 'audit', 'jobs', 'territories', 'dictionaries', 'storage'] as const;
export type AdminTab = (typeof adminTabs)[number];
