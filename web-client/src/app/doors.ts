import type { LinkProps } from '@tanstack/react-router';
import type { Me, Permission } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';
import type { NavEntry } from './nav';

type Place = { id: string; regionCode: string; territoryCode: string };
type Page = { label: NavEntry['label']; to: LinkProps['to']; needs: Permission; fromAbove?: boolean };

const OF_PAIRS: readonly string[] = ['Mentor', 'Mentee'];

/** Pages inside one organization that a role at it opens, and some of them a role at a territory above it. */
const pages: readonly Page[] = [
  { label: 'school', to: '/school/$orgId', needs: 'MonitoringSchool', fromAbove: true },
  { label: 'people', to: '/school/$orgId/people', needs: 'StaffRead' },
  { label: 'programs', to: '/school/$orgId/programs', needs: 'ProgramRead' },
  { label: 'settings', to: '/school/$orgId/settings', needs: 'AccountManage', fromAbove: true },
  { label: 'accounts', to: '/admin/accounts', needs: 'AccountManage', fromAbove: true },
  { label: 'invitations', to: '/school/$orgId/invitations', needs: 'AccountHandOver', fromAbove: true },
];

/** From an organization to its people, roles, programs and indicators: what this reader finds open. */
export function doorsOf(me: Me, { id, regionCode, territoryCode }: Place) {
  const works = me.assignments.some(({ organizationId, role }) => organizationId === id && !OF_PAIRS.includes(role));
  const above = me.assignments.some((of) => of.territoryLevel === 'Federation' || [regionCode, territoryCode].includes(of.territoryCode ?? ''));
  return pages
    .filter(({ needs, fromAbove }) => may(me, needs) && (works || (above && fromAbove)))
    .map(({ label, to }) => ({ label: label === 'school' && !works ? ('schoolOf' as const) : label, link: (to === '/admin/accounts' ? { to, search: { organizationId: id } } : { to, params: { orgId: id } }) as LinkProps }));
}
