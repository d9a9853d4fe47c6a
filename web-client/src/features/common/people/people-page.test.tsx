import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Staff } from './api';
import type { PeopleSearch } from './needs';
import { PeoplePage } from './people-page';

const person = (personId: string, name: string, rest: Partial<Staff> = {}): Staff => ({
  personId,
  name,
  positionCode: 'teacher',
  isMain: true,
  isTeaching: true,
  startedOn: '2020-09-01',
  endedOn: null,
  need: null,
  activePrograms: 0,
  mentorPrograms: 0,
  mentorPlaces: null,
  ...rest,
});
const staff = [
  person('1', 'Алёшина Анна Ивановна', { need: { category: 'NewInStaff', note: null } }),
  person('2', 'Борисов Борис Петрович', { positionCode: 'methodologist' }),
];

function Page({ write }: { write: boolean }) {
  const [search, setSearch] = useState<PeopleSearch>({});
  return (
    <PeoplePage
      organizationId="o"
      search={search}
      onSearch={(change) => setSearch({ ...search, ...change })}
      may={{ write, import: write, match: write }}
    />
  );
}

async function open(items: Staff[] = staff, write = true) {
  server.use(
    http.get('*/api/v1/organizations/o/people', () => HttpResponse.json({ items, next: null })),
    http.get('*/api/v1/dictionaries/position', () =>
      HttpResponse.json([
        { code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' },
        { code: 'methodologist', nameRu: 'Методист', nameEn: 'Methodologist' },
      ]),
    ),
  );
  const view = await renderPage(<main><Page write={write} /></main>, 'people');
  await screen.findByText(items.length ? '2 человека' : 'Список сотрудников пуст');
  return view;
}

test('finds by parts of the name and by need, and counts what it exports', async () => {
  const { user, container } = await open();
  expect(await screen.findByRole('cell', { name: 'Методист' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.type(screen.getByRole('searchbox'), 'алеш ан');
  expect(await screen.findByText('1 человек')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Выгрузить (1)' })).toBeEnabled();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Потребность в наставнике' }), 'none');
  expect(await screen.findByText('Никого не нашлось')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Показать всех' }));
  expect(await screen.findByText('2 человека')).toBeInTheDocument();
});

test('a need asks for its reason, shows at once and can be undone', async () => {
  const sent: unknown[] = [];
  let cleared = 0;
  const { user } = await open();
  server.use(
    http.put('*/api/v1/organizations/o/people/2/need', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
    http.delete('*/api/v1/organizations/o/people/2/need', () => {
      cleared += 1;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await user.click(screen.getByRole('button', { name: /Отметить потребность: Борисов/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Отметить потребность' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Выберите, почему нужен наставник');
  expect(sent).toEqual([]);
  expect(await axeFaults(dialog)).toEqual([]);

  await user.click(within(dialog).getByRole('radio', { name: /Осваивает новое/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Отметить потребность' }));
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  expect(sent).toEqual([expect.objectContaining({ category: 'NewTechnology' })]);
  await waitFor(() => expect(cleared).toBe(1));
});

test('what the server refuses stays in the dialog, and the row as it was', async () => {
  const { user } = await open();
  server.use(
    http.put('*/api/v1/organizations/o/people/2/need', () =>
      problem(400, { errors: { '/note': ['Слишком длинно'] } }),
    ),
  );
  await user.click(screen.getByRole('button', { name: /Отметить потребность: Борисов/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: /Новый в коллективе/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Отметить потребность' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Слишком длинно');
  expect(screen.getByRole('button', { name: /Отметить потребность: Борисов/, hidden: true })).toBeInTheDocument();
});

test('a cleared need comes back with one click', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: /Снять потребность: Алёшина/ }));
  expect(await screen.findByRole('button', { name: /Отметить потребность: Алёшина/ })).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  expect(await screen.findByRole('button', { name: /Снять потребность: Алёшина/ })).toBeInTheDocument();
});

test('an empty list says where people come from; readers change nothing', async () => {
  await open([], false);
  expect(screen.getByText(/загружает куратор/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Загрузить список' })).not.toBeInTheDocument();
});

test('a row of the staff list ends the work of its person, at this school', async () => {
  const work = { positionCode: 'teacher', isTeaching: true, isMain: true, qualification: null, startedOn: '2020-09-01', endedOn: null, version: 2 };
  const sent: string[] = [];
  server.use(
    http.get('*/api/v1/people/1', () =>
      HttpResponse.json({
        ...{ id: '1', familyName: 'Алёшина', givenName: 'Анна', patronymic: null, birthDate: null, email: null, phone: null, version: 1 },
        employments: [
          { ...work, id: 'other', organizationId: 'p', organizationName: 'Школа № 2' },
          { ...work, id: 'here', organizationId: 'o', organizationName: 'Школа № 1' },
        ],
        needs: [],
        programs: [],
      }),
    ),
    http.get('*/people/1/employments/here/end', () =>
      HttpResponse.json({ worksOn: false, programs: [], meetings: 0, requests: 0, seats: 0, roles: 0 }),
    ),
    http.post('*/organizations/:place/people/1/employments/:work/end', ({ params }) => {
      sent.push(`${String(params.place)}/${String(params.work)}`);
      return HttpResponse.json({ editId: 'z' });
    }),
  );
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Завершить работу: Алёшина Анна Ивановна' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Алёшина Анна Ивановна')).toBeInTheDocument();
  expect(within(dialog).queryByRole('combobox', { name: /Какая работа/ })).not.toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Завершить работу' }));
  await waitFor(() => expect(sent).toEqual(['o/here']));
});

test('it is said whom the number counts, and where those stand who still wait', async () => {
  await open();
  expect(screen.getByText(/потребность в наставнике отмечена у 1 сотрудника$/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Подбор пар' })).toHaveAttribute('href', '/school/o/matching');
});
