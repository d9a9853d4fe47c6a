import { screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Person, StaffEdit } from './api';
import { PersonPage } from './person-page';

const person: Person = {
  id: 'p',
  familyName: 'Ветрова',
  givenName: 'Инна',
  patronymic: null,
  birthDate: '1985-12-31',
  email: null,
  phone: null,
  version: 3,
  employments: [
    {
      id: 'e',
      organizationId: 'o',
      organizationName: 'Школа № 1',
      positionCode: 'teacher',
      isTeaching: true,
      isMain: true,
      qualification: null,
      startedOn: '2020-09-01',
      endedOn: null,
      version: 2,
    },
  ],
  needs: [],
  programs: [],
};

const edit: StaffEdit = {
  id: 'x',
  kind: 'Details',
  effectiveOn: '2026-11-01',
  reason: null,
  changes: [{ field: 'family_name', before: 'Бурева', after: 'Ветрова' }],
  madeAt: '2026-11-01T09:00:00Z',
  madeBy: 'Ким',
  undoneAt: null,
  mayUndo: true,
  left: [],
};

async function open(edits: StaffEdit[] = [edit], shown: Person = person) {
  server.use(
    http.get('*/api/v1/people/p', () => HttpResponse.json(shown)),
    http.get('*/api/v1/organizations/o/people/p/edits', () => HttpResponse.json(edits)),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([{ code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' }])),
    http.get('*/api/v1/organizations/o/people/p/employments/e/end', () =>
      HttpResponse.json({
        worksOn: false,
        programs: [{ id: 'g', title: 'Первый год', role: 'Mentor', status: 'Active' }],
        meetings: 2,
        requests: 0,
        seats: 1,
        roles: 0,
      }),
    ),
  );
  const view = await renderPage(
    <Suspense>
      <PersonPage personId="p" mayWrite={false} mayEmploy />
    </Suspense>,
    'people',
  );
  await screen.findByRole('heading', { name: 'Кадровые изменения' });
  return view;
}

test('what follows from an end is shown before it is confirmed', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open();
  server.use(
    http.post('*/api/v1/organizations/o/people/p/employments/e/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ editId: 'y' });
    }),
  );
  expect(await screen.findByText(/фамилия: Бурева → Ветрова/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Завершить работу: Учитель' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Первый год (Наставник)')).toBeInTheDocument();
  expect(within(dialog).getByText(/отменятся 2 встречи, освободится 1 место в совете/)).toBeInTheDocument();
  await user.selectOptions(within(dialog).getByLabelText('Причина'), 'Transfer');
  await user.click(within(dialog).getByRole('button', { name: 'Завершить работу' }));
  await waitFor(() => expect(sent).toEqual([expect.objectContaining({ version: 2, reason: 'Transfer' })]));
});

test('the programs that were left are named before an end is undone and after it', async () => {
  const end: StaffEdit = {
    ...edit,
    kind: 'End',
    reason: 'OwnWish',
    changes: [{ field: 'last_day', before: null, after: '2026-10-31' }],
    left: [{ id: 'g', title: 'Первый год', role: 'Mentor', status: 'Active' }],
  };
  const edits = [end];
  const { user } = await open(edits);
  server.use(
    http.post('*/api/v1/organizations/o/people/p/edits/:edit/undo', () => {
      edits[0] = { ...end, undoneAt: '2026-11-02T09:00:00Z', mayUndo: false };
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Отменить: Завершение работы' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('link', { name: 'Первый год' })).toHaveAttribute('href', '/programs/g');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть как было' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(await screen.findByText(/Из этой программы человек вышел/)).toBeInTheDocument();
});

test('a change by hand is undone after a question', async () => {
  const undone: string[] = [];
  const { user } = await open();
  server.use(
    http.post('*/api/v1/organizations/o/people/p/edits/:edit/undo', ({ params }) => {
      undone.push(String(params['edit']));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Отменить: Имя и контакты' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть как было' }));
  await waitFor(() => expect(undone).toEqual(['x']));
});

test('whoever left a program is shown as having left it', async () => {
  const program = { id: 'g', organizationId: 'o', title: 'Первый год', status: 'Active', role: 'Mentor', startsOn: '2026-09-01', endsOn: '2027-05-31' };
  const other = { ...program, id: 'h', title: 'Второй год', leftOn: null };
  server.use(
    http.get('*/api/v1/people/p', () => HttpResponse.json({ ...person, programs: [{ ...program, leftOn: '2026-10-06' }, other] })),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
    http.get('*/api/v1/organizations/o/people/p/edits', () => HttpResponse.json([])),
  );
  await renderPage(
    <Suspense>
      <PersonPage personId="p" mayWrite={false} mayEmploy={false} />
    </Suspense>,
    'people',
  );
  expect(await screen.findByText('01.09.2026 – 31.05.2027, участие по 05.10.2026')).toBeInTheDocument();
  expect(screen.getByText('01.09.2026 – 31.05.2027')).toBeInTheDocument();
});

test('the end of the work is offered at the top, and asks which where there are several', async () => {
  const [first] = person.employments;
  const second = { ...first!, id: 'f', isMain: false, version: 7 };
  const sent: unknown[] = [];
  const { user } = await open([], { ...person, employments: [first!, second] });
  server.use(
    http.get('*/api/v1/organizations/o/people/p/employments/f/end', () =>
      HttpResponse.json({ worksOn: true, programs: [], meetings: 0, requests: 0, seats: 0, roles: 0 }),
    ),
    http.post('*/api/v1/organizations/o/people/p/employments/f/end', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ editId: 'z' });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Завершить работу' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: /Какая работа/ }), 'f');
  expect(await screen.findByText(/остаётся другая работа/)).toBeInTheDocument();
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Завершить работу' }));
  await waitFor(() => expect(sent).toMatchObject([{ version: 7, reason: 'OwnWish' }]));
});

test.each([
  [true, '/school/o/settings'],
  [false, undefined],
])('whoever may not end it reads who may; who names people finds the curator: %s', async (mayAppoint, address) => {
  server.use(
    http.get('*/api/v1/people/p', () => HttpResponse.json(person)),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
  );
  const view = await renderPage(
    <Suspense>
      <PersonPage personId="p" mayWrite={false} mayEmploy={false} mayAppoint={mayAppoint} />
    </Suspense>,
    'people',
  );
  expect(await screen.findByText(/может куратор наставничества школы/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Завершить работу' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Кто куратор' })?.getAttribute('href')).toBe(address);
  expect(await axeFaults(view.container)).toEqual([]);
});
