/** Apart from the page, so that the address can be read before the page is loaded. */
export const views = ['pairs', 'requests', 'rules'] as const;
export type View = (typeof views)[number];
