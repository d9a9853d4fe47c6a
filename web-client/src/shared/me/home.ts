import type { Assignment, Me } from './api';

const school = ({ organizationId }: Assignment) => organizationId && `/school/${organizationId}`;
const council = ({ organizationId }: Assignment) => organizationId && '/council';
const supported = ({ organizationId }: Assignment) => organizationId && `/school/${organizationId}/supported`;
const psych = ({ organizationId }: Assignment) => organizationId && '/psych';
const documents = ({ organizationId }: Assignment) => organizationId && `/school/${organizationId}/documents`;
const analytics = ({ territoryCode }: Assignment) => `/analytics/${territoryCode ?? 'RU'}`;
const today = () => '/today';
const tutoring = () => '/tutoring';
const admin = () => '/admin';

/** Strongest role first. */
const homes: readonly [role: string, home: (of: Assignment) => string | null | undefined][] = [
  ['SystemAdministrator', admin],
  ['FederalOperator', analytics],
  ['FederalAnalyst', analytics],
  ['RegisterKeeper', analytics],
  ['RegionalCoordinator', analytics],
  ['RegionalAnalyst', analytics],
  ['MunicipalCoordinator', analytics],
  ['Head', school],
  ['Curator', school],
  ['CouncilChair', council],
  ['CouncilMember', council],
  ['Psychologist', psych],
  ['UnionRepresentative', documents],
  ['SiteEditor', school],
  ['CentreHead', supported],
  ['Methodologist', supported],
  ['Tutor', tutoring],
  ['Expert', supported],
  ['Mentor', today],
  ['Mentee', today],
];

/** The address where the chosen role, or else the strongest one, starts the day; whoever works somewhere without a role has a day too. */
export function homeOf({ assignments, activeAssignmentId, permissions }: Me): string {
  const chosen = assignments.filter(({ id }) => id === activeAssignmentId);
  const candidates = chosen.length ? chosen : assignments;
  for (const [role, home] of homes) {
    const assignment = candidates.find((candidate) => candidate.role === role);
    const address = assignment && home(assignment);
    if (address) return address;
  }
  return permissions.includes('RouteOwn') ? today() : '/profile';
}
