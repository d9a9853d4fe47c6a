/** The parts of an act's page; apart from it, so that addresses are read without loading it. */
export const actTabs = ['sheet', 'drafting'] as const;
export type ActTab = (typeof actTabs)[number];
