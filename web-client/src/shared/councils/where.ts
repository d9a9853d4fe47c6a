import type { Assignment, Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';

/** Those who sit on the council first: a curator may be a member too. */
const ROLES = ['CouncilChair', 'CouncilMember', 'Curator', 'Head'];

/** The organization whose council the user sees: of the chosen role, else of the strongest one. */
export function councilOf({ assignments, activeAssignmentId }: Me): string | undefined {
  const fits = ({ role, organizationId }: Assignment) => organizationId && ROLES.includes(role);
  const chosen = assignments.find((one) => one.id === activeAssignmentId && fits(one));
  const strongest = ROLES.flatMap((role) => assignments.filter((one) => one.role === role && fits(one)))[0];
  return (chosen ?? strongest)?.organizationId ?? undefined;
}

/** What the user may do at the council; pages ask nothing else of the permissions. */
export const councilMay = (me: Me) => ({
  work: may(me, 'CouncilWork'),
  lead: may(me, 'CouncilLead'),
  manage: may(me, 'CouncilManage'),
  propose: may(me, 'IncentivePropose'),
  decidePrograms: may(me, 'ProgramCouncil'),
});
export type CouncilMay = ReturnType<typeof councilMay>;
