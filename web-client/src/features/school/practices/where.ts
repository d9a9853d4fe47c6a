import type { Me } from '@/shared/me/api';
import type { PracticeSchool } from './types';

/** Whose bank is shown: the one asked for, that of the chosen role, or the first. */
export function schoolOf(schools: readonly PracticeSchool[], me: Me, asked: string | undefined): PracticeSchool | undefined {
  const active = me.assignments.find(({ id }) => id === me.activeAssignmentId)?.organizationId;
  return schools.find(({ id }) => id === asked) ?? schools.find(({ id }) => id === active) ?? schools[0];
}
