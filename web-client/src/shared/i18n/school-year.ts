const SEPTEMBER = 8;

/** A school year starts on 1 September and is named by the calendar year of that day. */
export const schoolYearOf = (day: Date) =>
  day.getMonth() >= SEPTEMBER ? day.getFullYear() : day.getFullYear() - 1;

/** 2026 → "2026/27" */
export const schoolYearName = (year: number) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
