import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Import, ImportPerson, PersonChange } from './api';
import { ImportPage } from './import-page';

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
const row = { file: 'users.csv', line: 3, field: 'email', code: 'import.email', message: 'Это не адрес', value: 'x' };

const person = (change: PersonChange, name: string, rest: Partial<ImportPerson> = {}): ImportPerson => ({
  change,
  personId: null,
  name,
  newName: null,
  positionCode: null,
  day: '2026-10-01',
  fields: [],
  changes: [],
  ...rest,
});
const people: Record<PersonChange, ImportPerson[]> = {
  Leaves: [person('Leaves', 'Громов Пётр', { personId: 'p2' })],
  Joins: [person('Joins', 'Новикова Зоя')],
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

/** The page of an import, with people and problems as above. */
export async function openImport(current: Import) {
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(current)),
    http.get('*/api/v1/imports/i/problems', () => HttpResponse.json({ items: [row], next: null })),
    http.get('*/api/v1/imports/i/people', ({ request }) =>
      HttpResponse.json({ items: people[new URL(request.url).searchParams.get('change') as PersonChange], next: null }),
    ),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
  );
  const view = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  await screen.findByRole('heading', { name: /^(Список сотрудников|Реестр организаций)$/ });
  return view;
}
