import type { components } from '@/shared/api/schema';

type Role = components['schemas']['Role'];

/** A topic for each role, named by its code. */
export const roleTopics = [
  'Mentor', 'Mentee', 'Curator', 'Head', 'CouncilChair', 'CouncilMember', 'Psychologist', 'UnionRepresentative', 'SiteEditor',
  'MunicipalCoordinator', 'RegionalCoordinator', 'RegionalAnalyst', 'FederalOperator', 'FederalAnalyst', 'SystemAdministrator', 'IntegratingSystem',
  'CentreHead', 'Tutor', 'Methodologist', 'Expert',
] as const satisfies readonly Role[];

/** A topic for each thing that is done, with the entries of the menu where that is. */
export const taskTopics = {
  today: ['today'],
  programs: ['programs'],
  consent: ['programs'],
  meetings: ['meetings'],
  matching: ['matching', 'regionMatching'],
  requests: ['requests'],
  results: ['mentors', 'myProfile'],
  learning: ['mentees', 'myProfile', 'diagnoses', 'instruments', 'route', 'schoolRoutes'],
  census: ['census'],
  people: ['people', 'imports'],
  staffList: ['imports'],
  staffChanges: ['people'],
  duplicates: ['duplicates', 'people'],
  council: ['council'],
  incentives: ['council'],
  cases: ['cases'],
  documents: ['documents'],
  setup: ['setup'],
  delegations: ['delegations'],
  roles: ['settings', 'invitations'],
  confirm: ['rolesToConfirm'],
  psych: ['psych'],
  support: ['support'],
  conditions: ['conditions', 'rooms'],
  risks: ['risks'],
  partners: ['partners'],
  supporters: ['supporters', 'supported', 'supportMap'],
  helpDesk: ['helpDesk', 'helpQueue', 'resources'],
  tutors: ['tutors', 'tutoring', 'tutees', 'myTutor'],
  events: ['events'],
  practices: ['practices'],
  site: ['site'],
  report: ['report'],
  analytics: ['analytics', 'indicators', 'deficits', 'school'],
  organizations: ['organizations', 'registerImports'],
  successor: ['organizations'],
  admin: ['admin'],
  accounts: ['accounts', 'admin'],
  notifications: [],
  account: [],
  signin: [],
  print: [],
} as const satisfies Record<string, readonly string[]>;

export type TaskTopic = keyof typeof taskTopics;
export type Topic = (typeof roleTopics)[number] | TaskTopic;

export const tasks = Object.keys(taskTopics) as TaskTopic[];
export const topics: readonly Topic[] = [...roleTopics, ...tasks];

/** All of them, to be printed. */
export const ALL = 'all';
