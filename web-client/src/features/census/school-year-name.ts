/** A school year is named by both its calendar years. */
export const schoolYearName = (year: number) => `${year}/${String(year + 1).slice(2)}`;
