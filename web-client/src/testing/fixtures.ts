import type { components } from '@/shared/api/schema';
import type { Me } from '@/shared/me/api';
import { http, HttpResponse } from './server';

type Schemas = components['schemas'];

const mentor = { personId: '00000000-0000-7000-8000-000000000001', name: 'Сафина Гульнара Ринатовна' };
const mentee = { personId: '00000000-0000-7000-8000-000000000002', name: 'Ефимов Артём Денисович' };
export const people = { mentor, mentee };

export const organizationId = '00000000-0000-7000-8000-0000000000aa';
const termsHash = 'a'.repeat(64);

/** A program of a pair in force, with one activity done and one not. */
export const activeProgram = (change: Partial<Schemas['GetProgramResult']> = {}): Schemas['GetProgramResult'] => ({
  id: '00000000-0000-7000-8000-0000000000b1',
  organizationId,
  organizationName: 'Школа № 12',
  regionCode: 'RU-TVE',
  timeZone: 'Europe/Moscow',
  title: 'Первый год учителя химии',
  formCode: 'teacher-teacher',
  kindCode: 'traditional',
  purposeCode: 'young-specialist',
  status: 'Active',
  startsOn: '2026-09-01',
  endsOn: '2027-05-31',
  content: 'Помощь в планировании уроков',
  payKopecks: 4_500_000,
  termsVersion: 1,
  termsHash,
  createdAt: '2026-08-25T08:00:00Z',
  submittedAt: '2026-08-26T08:00:00Z',
  approvedAt: '2026-08-30T08:00:00Z',
  activatedAt: '2026-09-01T08:00:00Z',
  finishedAt: null,
  finishReason: null,
  noticeUntil: null,
  noticeIsProvisional: false,
  updatedAt: '2026-09-01T08:00:00Z',
  version: 3,
  pilot: 'None',
  pilotNote: null,
  rhythm: null,
  planVersion: 1,
  proposedPlanVersion: null,
  warnings: [],
  participants: [
    { ...mentor, role: 'Mentor', employerId: organizationId, employerName: 'Школа № 12', joinedOn: '2026-09-01', leftOn: null, consent: 'Given' },
    { ...mentee, role: 'Mentee', employerId: organizationId, employerName: 'Школа № 12', joinedOn: '2026-09-01', leftOn: null, consent: 'Given' },
  ],
  goals: [
    {
      id: 'g1',
      position: 1,
      areaCode: 'methods',
      difficulty: 'Не хватает времени',
      goal: 'Планировать урок',
      measure: 'Доля уроков, %',
      measureBefore: 20,
      measureTarget: 80,
      measureAfter: null,
      priority: null,
      paceHours: null,
      paceDepth: null,
    },
  ],
  activities: [
    {
      id: 'a1',
      position: 1,
      activity: 'Знакомство с программой',
      dueOn: '2026-09-15',
      responsible: 'Both',
      expectedResult: 'План',
      doneOn: '2026-09-14',
      result: null,
      version: 2,
    },
    {
      id: 'a2',
      position: 2,
      activity: 'Открытый урок',
      dueOn: '2027-04-10',
      responsible: 'Mentee',
      expectedResult: 'Конспект',
      doneOn: null,
      result: null,
      version: 1,
    },
  ],
  consents: [],
  approvals: [],
  evaluations: [],
  steps: ['Pause', 'EndEarly'],
  actions: ['Evaluate', 'WorkRoadmap', 'ArrangeMeetings', 'WriteNotes'],
  ...change,
});

/** The mentor is asked for consent. */
export const programToConsent = () =>
  activeProgram({
    status: 'Consent',
    activatedAt: null,
    approvedAt: null,
    steps: ['ConsentsGiven', 'ConsentRefused'],
    actions: [],
    consents: [
      consent({ ...mentor, status: 'Requested', decidedAt: null }),
    ],
  });

/** A consent from before it was recorded how the person was identified. */
export const consent = (change: Partial<Schemas['GetProgramConsentRecord']> = {}): Schemas['GetProgramConsentRecord'] => ({
  id: 'c1',
  ...mentee,
  status: 'Given',
  termsVersion: 1,
  termsHash,
  requestedAt: '2026-08-26T08:00:00Z',
  decidedAt: '2026-08-27T08:00:00Z',
  reason: null,
  noticeUntil: null,
  identifiedBy: null,
  identifiedAt: null,
  delivery: null,
  invitedByName: null,
  handedOverByName: null,
  document: null,
  contestedAt: null,
  contestWords: null,
  contestOutcome: null,
  settleReason: null,
  settledAt: null,
  settledByName: null,
  ...change,
});

export const programItem = (change: Partial<Schemas['ListProgramsItem']> = {}): Schemas['ListProgramsItem'] => {
  const { id, title, status, formCode, kindCode, purposeCode, startsOn, endsOn, updatedAt, organizationName } = activeProgram();
  return {
    ...{ id, title, status, formCode, kindCode, purposeCode, startsOn, endsOn, updatedAt, organizationId, organizationName },
    mentors: [mentor],
    mentees: [mentee],
    activitiesDone: 1,
    waitingSince: null,
    activitiesTotal: 2,
    lastMeetingAt: null,
    ...change,
  };
};

const dictionaries: Record<string, [code: string, name: string][]> = {
  'mentoring-form': [['teacher-teacher', 'Учитель — учитель']],
  'mentoring-kind': [['traditional', 'Традиционное']],
  'program-purpose': [['young-specialist', 'Молодой специалист']],
  'competence-area': [['methods', 'Методическая']],
  position: [['teacher', 'Учитель']],
};

/** What almost every screen reads beside its own data: dictionaries and the staff of the school. */
export const references = [
  http.get('*/api/v1/dictionaries/:dictionary', ({ params }) =>
    HttpResponse.json(
      (dictionaries[String(params['dictionary'])] ?? []).map(([code, name]) => ({ code, nameRu: name, nameEn: name })),
    ),
  ),
  http.get('*/api/v1/roadmap-templates', () => HttpResponse.json([])),
  http.get('*/api/v1/organizations/:id', ({ params }) => HttpResponse.json({ id: params['id'], sector: 'General' })),
  http.get('*/api/v1/organizations/:id/people', () =>
    HttpResponse.json({
      items: [mentor, mentee].map((person) => ({ ...person, positionCode: 'teacher', activePrograms: 0, mentorPrograms: 0, mentorPlaces: null })),
      next: null,
    }),
  ),
];

export const me = (personId: string | null = mentor.personId): Me => ({
  activeAssignmentId: undefined,
  accountId: '00000000-0000-7000-8000-0000000000c1',
  personId,
  name: mentor.name,
  email: 'safina@example.ru',
  assignments: [],
  permissions: ['ProgramRead', 'ProgramWrite'],
  twoFactorEnabled: false,
  timeZone: 'Europe/Moscow',
});
