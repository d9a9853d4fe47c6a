import type { LinkProps } from '@tanstack/react-router';
import type { Assignment, Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';

/** The assignment in whose place the user works: the chosen one, else the first that fits. */
export const assignmentWith = (me: Me, fits: (of: Assignment) => unknown): Assignment | undefined =>
  me.assignments.find((of) => of.id === me.activeAssignmentId && fits(of)) ??
  me.assignments.find(fits);

/** A page of the school in which the user works in another role than that of a pair. */
export const inSchool = (me: Me, link: (orgId: string) => LinkProps): LinkProps | undefined => {
  const orgId = assignmentWith(me, ({ organizationId, role }) => organizationId && !OF_PAIRS.includes(role))?.organizationId;
  return orgId ? link(orgId) : undefined;
};

/** A page of the school that mentors and mentees have too. */
export const anySchool = (me: Me, link: (orgId: string) => LinkProps): LinkProps | undefined => {
  const orgId = assignmentWith(me, ({ organizationId }) => organizationId)?.organizationId;
  return orgId ? link(orgId) : undefined;
};

/** The school where the user runs programs, else the one where the user takes part in them. */
export const ownSchool: typeof inSchool = (me, link) => inSchool(me, link) ?? anySchool(me, link);

/** A page of the place where the user holds one of these roles. */
export const asAny = (me: Me, roles: readonly string[], link: (orgId: string) => LinkProps): LinkProps | undefined => {
  const orgId = assignmentWith(me, ({ organizationId, role }) => organizationId && roles.includes(role))?.organizationId;
  return orgId ? link(orgId) : undefined;
};

/** A person has a day of their own; whoever keeps a territory or a register is asked without being one here. */
export const asks = (me: Me) => me.personId || may(me, 'RoleConfirm') || may(me, 'ImportManage');

const OF_PAIRS: readonly string[] = ['Mentor', 'Mentee'];

/** Roles held at a body of the external contour. */
export const OF_BODIES: readonly string[] = ['CentreHead', 'Tutor', 'Methodologist', 'Expert'];
