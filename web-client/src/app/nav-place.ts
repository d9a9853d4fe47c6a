import type { LinkProps } from '@tanstack/react-router';
import type { Assignment, Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';

/** The assignment in whose place the user works: the chosen one, else the first that fits. */
export const assignmentWith = (me: Me, fits: (of: Assignment) => unknown): Assignment | undefined =>
  me.assignments.find((of) => of.id === me.activeAssignmentId && fits(of)) ??
  me.assignments.find(fits);

type Page = (me: Me, link: (orgId: string) => LinkProps) => LinkProps | undefined;

/** A page of the place where the user holds a role that fits. */
const at =
  (fits: (role: string) => boolean): Page =>
  (me, link) => {
    const orgId = assignmentWith(me, ({ organizationId, role }) => organizationId && fits(role))?.organizationId;
    return orgId ? link(orgId) : undefined;
  };

/** A page of the school in which the user works in another role than that of a pair. */
export const inSchool = at((role) => role !== 'Mentor' && role !== 'Mentee');

/** A page of the school that mentors and mentees have too. */
export const anySchool = at(() => true);

/** The school where the user runs programs, else the one where the user takes part in them. */
export const ownSchool: Page = (me, link) => inSchool(me, link) ?? anySchool(me, link);

/** A page of those who lead a school. */
export const leading = at((role) => role === 'Head' || role === 'Curator');

/** A page of a body of the external contour, for whoever holds a role there. */
export const atBody = at((role) => ['CentreHead', 'Tutor', 'Methodologist', 'Expert'].includes(role));

type Pages = 'support' | 'supported' | 'tutors' | 'tutoring' | 'help-desk' | 'instruments' | 'tasks' | 'offers' | 'routes' | 'pupil-results' | 'impact';

/** The page at this address, of the place where the user holds a role that fits. */
export const pageOf =
  (place: Page, to: `/school/$orgId/${Pages}`) =>
  (me: Me): LinkProps | undefined =>
    place(me, (orgId) => ({ to, params: { orgId } }));

/** The instruments of one's body, else of one's region or of the federation. */
export const instruments = (me: Me): LinkProps | undefined => {
  const territory = assignmentWith(me, ({ role }) => role === 'RegionalCoordinator' || role === 'FederalOperator')?.territoryCode;
  return pageOf(atBody, '/school/$orgId/instruments')(me) ?? (territory ? { to: '/territory/$territory/instruments', params: { territory } } : undefined);
};

/** A page of the territory that the user keeps. */
export const ofTerritory =
  (page: 'support' | 'deficits') =>
  (me: Me): LinkProps | undefined => {
    const territory = assignmentWith(me, ({ territoryCode }) => territoryCode)?.territoryCode;
    return territory ? { to: `/territory/$territory/${page}` as const, params: { territory } } : undefined;
  };

/** A person has a day of their own; whoever keeps a territory or a register is asked without being one here. */
export const asks = (me: Me) => me.personId || may(me, 'RoleConfirm') || may(me, 'ImportManage');
