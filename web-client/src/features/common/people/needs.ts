import type { NeedCategory, Staff } from './api';

export const categories = [
  'NewToProfession',
  'NewInStaff',
  'NonPedagogicalDegree',
  'NewTechnology',
] as const satisfies readonly NeedCategory[];

export const needFilters = ['any', 'none', ...categories] as const;
export type NeedFilter = (typeof needFilters)[number];

export type PeopleSearch = {
  q?: string | undefined;
  position?: string | undefined;
  need?: NeedFilter | undefined;
  sort?: string | undefined;
};

const words = (text: string) => text.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean);

function hasNeed({ need }: Staff, filter: NeedFilter) {
  if (filter === 'any') return need !== null;
  if (filter === 'none') return need === null;
  return need?.category === filter;
}

/** Who fits the filters of the address: each word typed begins some word of the name. */
export function matching(staff: readonly Staff[], { q = '', position, need }: PeopleSearch) {
  const typed = words(q);
  return staff.filter((person) => {
    const name = words(person.name);
    return (
      typed.every((part) => name.some((word) => word.startsWith(part))) &&
      (!position || person.positionCode === position) &&
      (!need || hasNeed(person, need))
    );
  });
}
