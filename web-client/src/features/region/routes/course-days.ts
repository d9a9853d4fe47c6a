const DAY = 24 * 60 * 60 * 1000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;

export type Span = { startsOn: string; endsOn: string };

/** Where a day stands between the first and the last day of a route, in per cent; outside of them at their edge. */
export function placeOf({ startsOn, endsOn }: Span, day: string) {
  const [first, last] = [at(startsOn), at(endsOn) + 1];
  return (100 * Math.min(Math.max(at(day) - first, 0), last - first)) / (last - first);
}

/** From where and how far something lasts: its last day is wholly in it. */
export function barOf(route: Span, { startsOn, endsOn }: Span) {
  const [from, until] = [placeOf(route, startsOn), placeOf(route, new Date((at(endsOn) + 1) * DAY).toISOString().slice(0, 10))];
  return { from, length: until - from };
}

/** The first of January of each year within. */
export const yearsOf = ({ startsOn, endsOn }: Span) => {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  return Array.from({ length: last - first }, (_, index) => first + 1 + index);
};
