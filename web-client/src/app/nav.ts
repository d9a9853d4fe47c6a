import {
  IconAffiliate,
  IconBackpack,
  IconAlertTriangle,
  IconBuilding,
  IconBulb,
  IconBuildingCommunity,
  IconCalendarWeek,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconClipboardCheck,
  IconConfetti,
  IconDatabase,
  IconFileImport,
  IconFileText,
  IconHeartHandshake,
  IconDoor,
  IconHelpCircle,
  IconHome,
  IconMap2,
  IconArrowsExchange,
  IconArrowsShuffle,
  IconMailForward,
  IconMailQuestion,
  IconReportAnalytics,
  IconSchool,
  IconUserHeart,
  IconScale,
  IconListCheck,
  IconSettings,
  IconLifebuoy,
  IconMoodHeart,
  IconUsers,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Me, Permission } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';
import { anySchool, asks, assignmentWith, atBody, inSchool, instruments, leading, ofTerritory, ownSchool, pageOf } from './nav-place';

export { assignmentWith };

/** Parts of the menu, what is opened every day first. */
export const navGroups = ['work', 'programs', 'people', 'council', 'school', 'monitoring', 'admin'] as const;
export type NavGroup = (typeof navGroups)[number];

export type NavEntry = {
  /** Its word is in the feature's own `nav.ru.json` and `nav.en.json`. */
  label: string;
  group: NavGroup;
  icon: Icon;
  /** Shown to whoever has any of these; shown to everybody when absent. */
  anyOf?: readonly Permission[];
  /** Undefined: this user has nowhere to go, e.g. belongs to no school. */
  link: (me: Me) => LinkProps | undefined;
};

const toAnalytics: NavEntry['link'] = (me) => ({
  to: '/analytics/$territory',
  params: { territory: assignmentWith(me, ({ territoryCode }) => territoryCode)?.territoryCode ?? 'RU' },
});

export const navEntries: readonly NavEntry[] = [
  { label: 'home', group: 'work', icon: IconHome, link: () => ({ to: '/' }) },
  { label: 'today', group: 'work', icon: IconChecklist, link: (me) => (asks(me) ? { to: '/today' } : undefined) },
  { label: 'requests', group: 'work', icon: IconMailQuestion, anyOf: ['MatchAnswer'], link: ({ personId }) => (personId ? { to: '/requests' } : undefined) },
  { label: 'helpDesk', group: 'work', icon: IconHelpCircle, anyOf: ['HelpDesk'], link: (me) => (me.personId ? { to: '/help-desk' } : undefined) },
  { label: 'diagnoses', group: 'work', icon: IconListCheck, link: ({ personId }) => (personId ? { to: '/diagnoses' } : undefined) },
  { label: 'route', group: 'work', icon: IconMap2, anyOf: ['RouteOwn'], link: ({ personId }) => (personId ? { to: '/my-route' } : undefined) },
  { label: 'myResults', group: 'work', icon: IconChartBar, link: ({ personId }) => (personId ? { to: '/my-results' } : undefined) },
  { label: 'myImpact', group: 'work', icon: IconChartBar, anyOf: ['ImpactTake'], link: () => ({ to: '/my-impact' }) },
  { label: 'myProfile', group: 'work', icon: IconUserHeart, link: ({ personId }) => (personId ? { to: '/my-profile' } : undefined) },
  {
    label: 'school',
    group: 'school',
    icon: IconBuildingCommunity,
    anyOf: ['MonitoringSchool'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId', params: { orgId } })),
  },
  {
    label: 'programs',
    group: 'programs',
    icon: IconHeartHandshake,
    anyOf: ['ProgramRead'],
    link: (me) => ownSchool(me, (orgId) => ({ to: '/school/$orgId/programs', params: { orgId } })),
  },
  {
    label: 'matching',
    group: 'programs',
    icon: IconArrowsShuffle,
    anyOf: ['MatchManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/matching', params: { orgId } })),
  },
  {
    label: 'meetings',
    group: 'programs',
    icon: IconCalendarWeek,
    anyOf: ['ProgramRead'],
    link: (me) => ownSchool(me, (orgId) => ({ to: '/school/$orgId/meetings', params: { orgId } })),
  },
  { label: 'mentorOffers', group: 'programs', icon: IconSchool, anyOf: ['OfferUse'], link: () => ({ to: '/mentor-offers' }) },
  { label: 'schoolOffers', group: 'programs', icon: IconArrowsExchange, anyOf: ['OfferDecide'], link: pageOf(leading, '/school/$orgId/offers') },
  { label: 'practices', group: 'programs', icon: IconBulb, anyOf: ['PracticeShare'], link: () => ({ to: '/practices' }) },
  { label: 'initiatives', group: 'programs', icon: IconUsersGroup, anyOf: ['InitiativeRead'], link: () => ({ to: '/initiatives' }) },
  { label: 'ownTasks', group: 'school', icon: IconChecklist, anyOf: ['SchoolTaskReport'], link: pageOf(leading, '/school/$orgId/tasks') },
  { label: 'schoolTasks', group: 'work', icon: IconChecklist, anyOf: ['SchoolTaskSet'], link: () => ({ to: '/school-tasks' }) },
  { label: 'resources', group: 'programs', icon: IconMap2, anyOf: ['ResourceRead'], link: () => ({ to: '/resources' }) },
  {
    label: 'people',
    group: 'people',
    icon: IconUsers,
    anyOf: ['StaffRead'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/people', params: { orgId } })),
  },
  {
    label: 'delegations',
    group: 'school',
    icon: IconArrowsExchange,
    anyOf: ['DelegationRead'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/delegations', params: { orgId } })),
  },
  {
    label: 'mentors',
    group: 'people',
    icon: IconSchool,
    anyOf: ['ProfileManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/mentors', params: { orgId } })),
  },
  {
    label: 'mentees',
    group: 'people',
    icon: IconBackpack,
    anyOf: ['ProfileManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/mentees', params: { orgId } })),
  },
  { label: 'schoolRoutes', group: 'people', icon: IconMap2, anyOf: ['RouteWatch'], link: pageOf(inSchool, '/school/$orgId/routes') },
  {
    label: 'census',
    group: 'people',
    icon: IconClipboardList,
    anyOf: ['ProfileManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/census', params: { orgId } })),
  },
  {
    label: 'imports',
    group: 'people',
    icon: IconFileImport,
    anyOf: ['RosterImport'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/imports', params: { orgId } })),
  },
  {
    label: 'duplicates',
    group: 'people',
    icon: IconUsers,
    anyOf: ['PersonMerge'],
    link: (me) => (assignmentWith(me, ({ territoryCode }) => territoryCode) ? { to: '/people/duplicates' } : undefined),
  },
  {
    label: 'regionMatching',
    group: 'programs',
    icon: IconArrowsShuffle,
    anyOf: ['MatchRegion'],
    link: (me) => {
      const region = assignmentWith(me, ({ territoryLevel }) => territoryLevel === 'Region')?.territoryCode;
      return region ? { to: '/regions/$region/matching', params: { region } } : undefined;
    },
  },
  { label: 'council', group: 'council', icon: IconUsersGroup, anyOf: ['CouncilRead'], link: (me) => inSchool(me, () => ({ to: '/council' })) },
  { label: 'cases', group: 'council', icon: IconScale, anyOf: ['CaseOpen'], link: () => ({ to: '/cases' }) },
  {
    label: 'documents',
    group: 'school',
    icon: IconFileText,
    anyOf: ['ActRead'],
    link: (me) => anySchool(me, (orgId) => ({ to: '/school/$orgId/documents', params: { orgId } })),
  },
  {
    label: 'setup',
    group: 'school',
    icon: IconListCheck,
    anyOf: ['SetupRead'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/setup', params: { orgId } })),
  },
  {
    label: 'settings',
    group: 'admin',
    icon: IconSettings,
    anyOf: ['AccountManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/settings', params: { orgId } })),
  },
  { label: 'accounts', group: 'admin', icon: IconUsersGroup, anyOf: ['AccountManage'], link: (me) => inSchool(me, () => ({ to: '/admin/accounts' })) },
  { label: 'rolesToConfirm', group: 'admin', icon: IconClipboardCheck, anyOf: ['RoleConfirm'], link: () => ({ to: '/role-proposals' }) },
  {
    label: 'invitations',
    group: 'admin',
    icon: IconMailForward,
    anyOf: ['AccountHandOver'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/invitations', params: { orgId } })),
  },
  {
    label: 'site',
    group: 'school',
    icon: IconWorld,
    anyOf: ['SiteWrite'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/site', params: { orgId } })),
  },
  { label: 'analytics', group: 'monitoring', icon: IconChartBar, anyOf: ['MonitoringTerritory'], link: toAnalytics },
  { label: 'psych', group: 'council', icon: IconMoodHeart, anyOf: ['PsychologyWork'], link: () => ({ to: '/psych' }) },
  {
    label: 'conditions',
    group: 'school',
    icon: IconClipboardCheck,
    anyOf: ['ConditionsRead'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/conditions', params: { orgId } })),
  },
  {
    label: 'risks',
    group: 'monitoring',
    icon: IconAlertTriangle,
    anyOf: ['RiskManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/risks', params: { orgId } })),
  },
  {
    label: 'partners',
    group: 'school',
    icon: IconAffiliate,
    anyOf: ['PartnerManage'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/partners', params: { orgId } })),
  },
  { label: 'supporters', group: 'school', icon: IconHelpCircle, anyOf: ['SupportRead'], link: pageOf(leading, '/school/$orgId/support') },
  { label: 'supported', group: 'school', icon: IconAffiliate, anyOf: ['SupportRead'], link: pageOf(atBody, '/school/$orgId/supported') },
  { label: 'tutors', group: 'school', icon: IconUsersGroup, anyOf: ['TutorManage'], link: pageOf(atBody, '/school/$orgId/tutors') },
  { label: 'tutoring', group: 'people', icon: IconSchool, anyOf: ['TutoringRead'], link: pageOf(leading, '/school/$orgId/tutoring') },
  { label: 'tutees', group: 'work', icon: IconUsers, link: (me) => (assignmentWith(me, ({ role }) => role === 'Tutor') ? { to: '/tutoring' } : undefined) },
  { label: 'myTutor', group: 'work', icon: IconUserHeart, link: (me) => (me.personId && !inSchool(me, () => ({})) ? { to: '/my-tutor' } : undefined) },
  { label: 'helpQueue', group: 'work', icon: IconMailQuestion, anyOf: ['HelpAnswer'], link: pageOf(atBody, '/school/$orgId/help-desk') },
  { label: 'instruments', group: 'work', icon: IconListCheck, anyOf: ['InstrumentManage'], link: instruments },
  { label: 'indicators', group: 'monitoring', icon: IconListCheck, anyOf: ['MonitoringSchool'], link: () => ({ to: '/indicators' }) },
  { label: 'deficits', group: 'monitoring', icon: IconReportAnalytics, anyOf: ['DeficitRead'], link: ofTerritory('deficits') },
  { label: 'pupilResults', group: 'monitoring', icon: IconSchool, anyOf: ['PupilResultRead'], link: pageOf(leading, '/school/$orgId/pupil-results') },
  { label: 'impact', group: 'monitoring', icon: IconReportAnalytics, anyOf: ['ImpactManage'], link: pageOf(leading, '/school/$orgId/impact') },
  { label: 'supportMap', group: 'monitoring', icon: IconMap2, anyOf: ['SupportRead'], link: ofTerritory('support') },
  {
    label: 'events',
    group: 'school',
    icon: IconConfetti,
    anyOf: ['EventRead'],
    link: (me) => anySchool(me, (orgId) => ({ to: '/school/$orgId/events', params: { orgId } })),
  },
  {
    label: 'report',
    group: 'monitoring',
    icon: IconReportAnalytics,
    anyOf: ['SetupRead'],
    link: (me) => inSchool(me, (orgId) => ({ to: '/school/$orgId/report', params: { orgId } })),
  },
  {
    label: 'rooms',
    group: 'school',
    icon: IconDoor,
    anyOf: ['RoomBook'],
    link: (me) => {
      const orgId = assignmentWith(me, ({ organizationId }) => organizationId)?.organizationId;
      return orgId ? { to: '/school/$orgId/rooms', params: { orgId } } : undefined;
    },
  },
  { label: 'support', group: 'work', icon: IconLifebuoy, anyOf: ['PulseAnswer'], link: () => ({ to: '/support' }) },
  { label: 'organizations', group: 'monitoring', icon: IconBuilding, link: () => ({ to: '/organizations' }) },
  { label: 'registerImports', group: 'admin', icon: IconFileImport, anyOf: ['OrganizationImport'], link: () => ({ to: '/admin/imports' }) },
  { label: 'admin', group: 'admin', icon: IconDatabase, anyOf: ['ReferenceWrite'], link: () => ({ to: '/admin' }) },
];

export function navFor(me: Me, entries = navEntries) {
  return entries.flatMap((entry) => {
    if (entry.anyOf && !entry.anyOf.some((permission) => may(me, permission))) return [];
    const link = entry.link(me);
    return link ? [{ ...entry, link }] : [];
  });
}

/** More entries than these are hard to take in at a glance, and stand under headings. */
const AT_A_GLANCE = 8;

export type ShownEntry = ReturnType<typeof navFor>[number];
export type ShownGroup = { group: NavGroup | undefined; entries: ShownEntry[] };

/** The menu under its headings; a short one is a single list without any. */
export function grouped(entries: ShownEntry[]): ShownGroup[] {
  if (entries.length <= AT_A_GLANCE) return [{ group: undefined, entries }];
  return navGroups
    .map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }))
    .filter((part) => part.entries.length > 0);
}
