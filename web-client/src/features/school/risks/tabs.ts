export const riskTabs = ['register', 'signals'] as const;
export type RiskTab = (typeof riskTabs)[number];
