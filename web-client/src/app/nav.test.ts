import { IconHome } from '@tabler/icons-react';
import { expect, test } from 'vitest';
import { held, meWith } from '@/testing/me';
import { assignmentWith, navFor, type NavEntry } from './nav';

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

test('the chosen role decides the place', () => {
  const school = (of: { organizationId?: string | null }) => of.organizationId;
  expect(assignmentWith(me, school)?.organizationId).toBe('o2');
  expect(assignmentWith({ ...me, activeAssignmentId: undefined }, school)?.organizationId).toBe('o1');
  expect(assignmentWith(me, ({ territoryCode }) => territoryCode)).toBeUndefined();
});
