/** What readiness is judged by. */
export const scales = ['motivation', 'openness', 'ownHandwriting', 'reflection'] as const;
