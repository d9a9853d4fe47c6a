import type { Assignment, Me } from '@/shared/me/api';

export const held = (role: Assignment['role'], rest: Partial<Assignment> = {}): Assignment => ({
  id: role,
  role,
  organizationId: null,
  organizationName: null,
  territoryCode: null,
  territoryName: null,
  territoryLevel: null,
  delegated: null,
  ...rest,
});

/** A signed-in user for tests. */
export const meWith = (rest: Partial<Me> = {}): Me => ({
  accountId: '1',
  personId: null,
  name: 'Ким',
  email: 'k@x',
  permissions: [],
  assignments: [],
  twoFactorEnabled: false,
  timeZone: 'Europe/Moscow',
  activeAssignmentId: undefined,
  ...rest,
});
