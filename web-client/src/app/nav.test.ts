import { IconHome } from '@tabler/icons-react';
import { expect, test } from 'vitest';
import { words as english } from '@/shared/i18n/words.en';
import { words as russian } from '@/shared/i18n/words.ru';
import { held, meWith } from '@/testing/me';
import { assignmentWith, grouped, navEntries, navFor, navGroups, type NavEntry } from './nav';

const me = meWith({
  permissions: ['StaffRead'],
  assignments: [
    held('Mentor', { id: 'm', organizationId: 'o1' }),
    held('Curator', { id: 'c', organizationId: 'o2' }),
  ],
  activeAssignmentId: 'c',
});
const entry = (rest: Partial<NavEntry>): NavEntry => ({
  label: 'home',
  group: 'work',
  icon: IconHome,
  link: () => ({ to: '/' }),
  ...rest,
});

test('an entry is shown to whoever has any of its permissions and somewhere to go', () => {
  const entries = [
    entry({}),
    entry({ anyOf: ['StaffRead', 'ProgramRead'] }),
    entry({ anyOf: ['ProgramRead'] }),
    entry({ link: () => undefined }),
  ];
  expect(navFor(me, entries)).toHaveLength(2);
});

test('mentors and mentees reach their programs and meetings, whoever runs programs elsewhere those', () => {
  const places = (of: typeof me) =>
    navFor(of)
      .filter(({ label }) => label === 'programs' || label === 'meetings')
      .map(({ label, link }) => [label, (link.params as { orgId: string }).orgId]);
  const pair = { permissions: ['ProgramRead' as const], activeAssignmentId: undefined };
  expect(places(meWith({ ...pair, assignments: [held('Mentee', { organizationId: 'o1' })] }))).toEqual([['programs', 'o1'], ['meetings', 'o1']]);
  expect(places(meWith({ ...pair, assignments: [...me.assignments] }))).toEqual([['programs', 'o2'], ['meetings', 'o2']]);
  expect(places(meWith({ ...pair, assignments: [] }))).toEqual([]);
});

test('the chosen role decides the place', () => {
  const school = (of: { organizationId?: string | null }) => of.organizationId;
  expect(assignmentWith(me, school)?.organizationId).toBe('o2');
  expect(assignmentWith({ ...me, activeAssignmentId: undefined }, school)?.organizationId).toBe('o1');
  expect(assignmentWith(me, ({ territoryCode }) => territoryCode)).toBeUndefined();
});

test('a long menu stands under headings in the order of use, a short one does not', () => {
  const long = navFor(me, [
    ...Array.from({ length: 7 }, () => entry({ group: 'admin' })),
    entry({ group: 'work' }),
    entry({ group: 'people' }),
  ]);
  expect(grouped(long).map(({ group, entries }) => [group, entries.length])).toEqual([
    ['work', 1],
    ['people', 1],
    ['admin', 7],
  ]);
  expect(grouped(long.slice(1)).map(({ group, entries }) => [group, entries.length])).toEqual([[undefined, 8]]);
});

test('no heading of the menu is without entries, and no entry comes twice', () => {
  expect(new Set(navEntries.map(({ group }) => group))).toEqual(new Set(navGroups));
  expect(new Set(navEntries.map(({ label }) => label)).size).toBe(navEntries.length);
});

test('every place in the menu has its word in both languages', () => {
  for (const { common } of [russian, english])
    expect(Object.keys((common as { nav: object }).nav)).toEqual(expect.arrayContaining(navEntries.map(({ label }) => label)));
});
