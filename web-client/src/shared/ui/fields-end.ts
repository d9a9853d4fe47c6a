import dayjs from 'dayjs';

/** The end that the API is told for a last day that was written; nothing for nothing. */
export const endAfter = (last: string) => (last ? dayjs(last).add(1, 'day').format('YYYY-MM-DD') : null);
