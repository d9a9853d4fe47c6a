/** Height of a chart in pixels, the same while it loads. */
export const CHART_HEIGHT = 280;
