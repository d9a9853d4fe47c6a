import { expect, test } from 'vitest';
import { held, meWith } from '@/testing/me';
import type { Assignment } from './api';
import { homeOf } from './home';
import { ForbiddenError, requirePermission } from './permissions';

const user = (assignments: readonly Assignment[], activeAssignmentId?: string) =>
  meWith({ permissions: ['ProgramRead'], assignments: [...assignments], activeAssignmentId });

const mentor = held('Mentor', { id: 'm', organizationId: 'o1' });
const curator = held('Curator', { organizationId: 'o2' });
const analyst = held('RegionalAnalyst', { territoryCode: 'RU-TUL' });

test.each([
  [[mentor], undefined, '/today'],
  [[mentor, curator], undefined, '/school/o2'],
  [[mentor, curator, analyst], undefined, '/analytics/RU-TUL'],
  [[mentor, curator, analyst], 'm', '/today'],
  [[held('Tutor', { organizationId: 'o4' })], undefined, '/tutoring'],
  [[held('Psychologist', { organizationId: 'o3' })], undefined, '/psych'],
  [[held('UnionRepresentative', { organizationId: 'o3' })], undefined, '/school/o3/documents'],
  [[held('CouncilChair', { organizationId: 'o3' })], undefined, '/council'],
  [[held('CouncilMember', { organizationId: 'o3' }), mentor], undefined, '/council'],
  [[held('CouncilChair', { organizationId: 'o3' }), curator], undefined, '/school/o2'],
  [[held('FederalOperator')], undefined, '/analytics/RU'],
  [[held('SystemAdministrator'), analyst], undefined, '/admin'],
  [[held('IntegratingSystem')], undefined, '/profile'],
  [[], undefined, '/profile'],
] as const)('home of %j working as %s is %s', (assignments, active, home) =>
  expect(homeOf(user(assignments, active))).toBe(home));

test('who works somewhere and holds no role has a day', () => expect(homeOf(meWith({ permissions: ['RouteOwn'], assignments: [] }))).toBe('/today'));

test('a screen needs any one of the permissions it names', () => {
  expect(() => requirePermission(user([]), 'StaffRead', 'ProgramRead')).not.toThrow();
  expect(() => requirePermission(user([]), 'StaffRead')).toThrow(ForbiddenError);
});
