export const schoolViews = ['takings', 'school'] as const;
export const moments = ['Before', 'After'] as const;

export type Moment = (typeof moments)[number];
export type ImpactSearch = { view?: (typeof schoolViews)[number] | undefined; year?: number | undefined };
