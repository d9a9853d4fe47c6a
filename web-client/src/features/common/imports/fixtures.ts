import type { Import, ImportPerson, PersonChange } from './api';

export const found: Import = {
  id: 'i',
  kind: 'Roster',
  status: 'Checked',
  organizationId: 'o',
  regionCode: 'RU-TVE',
  fileName: 'roster.zip',
  rowsTotal: 40,
  rowsDone: 40,
  problems: 3,
  creates: 2,
  updates: 4,
  ends: 1,
  unchanged: 30,
  elsewhere: 0,
  staff: 35,
  joins: 2,
  leaves: 1,
  asksMassChange: false,
  isAskedAgain: false,
  missingPages: [],
  rowsMissing: 0,
  questions: 0,
  createdAt: '2026-10-01T09:00:00Z',
  createdBy: 'Ким',
  failure: null,
  version: 5,
};
export const row = { file: 'users.csv', line: 3, field: 'email', code: 'import.email', message: 'Это не адрес', value: 'x' };

const person = (change: PersonChange, name: string, rest: Partial<ImportPerson> = {}): ImportPerson => ({
  change,
  personId: null,
  name,
  newName: null,
  positionCode: null,
  day: '2026-10-01',
  fields: [],
  changes: [],
  isKnown: false,
  ...rest,
});
export const people: Record<PersonChange, ImportPerson[]> = {
  Leaves: [person('Leaves', 'Громов Пётр', { personId: 'p2' })],
  Joins: [person('Joins', 'Новикова Зоя', { isKnown: true })],
  Changes: [
    person('Changes', 'Ветрова Инна', {
      personId: 'p1',
      newName: 'Иная Инна',
      fields: ['Name', 'Contacts', 'Work'],
      changes: [
        { field: 'Name', positionCode: null, before: 'Ветрова Инна', after: 'Иная Инна' },
        { field: 'Email', positionCode: null, before: 'inna@school.example', after: null },
        { field: 'Position', positionCode: 'teacher', before: 'teacher', after: 'head' },
        { field: 'LastDay', positionCode: 'teacher', before: null, after: '2027-05-31' },
        { field: 'Post', positionCode: 'tutor', before: null, after: '2026-09-01' },
      ],
    }),
  ],
};
