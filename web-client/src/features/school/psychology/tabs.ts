export const psychTabs = ['queue', 'pairs', 'readiness', 'trainings', 'climate', 'plan'] as const;
export type PsychTab = (typeof psychTabs)[number];
