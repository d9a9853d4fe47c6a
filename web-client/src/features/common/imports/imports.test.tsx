import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Import } from './api';
import { found } from './fixtures';
import { ImportsPage } from './imports-page';
import { openImport } from './open-import';

async function openList(earlier: Import[] = []) {
  server.use(http.get('*/api/v1/imports', () => HttpResponse.json({ items: earlier, next: null })));
  const onSent = vi.fn<(id: string) => void>();
  const target = { kind: 'Roster', organizationId: 'o' } as const;
  const view = await renderPage(<ImportsPage target={target} onSent={onSent} />, 'imports');
  const choose = (file: File) =>
    fireEvent.change(screen.getByLabelText('Файл для загрузки'), { target: { files: [file] } });
  return { ...view, onSent, choose };
}
const zip = () => new File(['zip'], 'roster.zip', { type: 'application/zip' });

test('a chosen file goes to the server with its name', async () => {
  let address = '';
  server.use(
    http.post('*/api/v1/imports/roster', ({ request }) => {
      address = new URL(request.url).search;
      return HttpResponse.json({ id: 'new' }, { status: 202 });
    }),
  );
  const { choose, onSent, container } = await openList([found]);
  expect(await screen.findByText('Ждёт решения')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  choose(zip());
  await waitFor(() => expect(onSent).toHaveBeenCalledExactlyOnceWith('new'));
  expect(address).toBe('?organizationId=o&fileName=roster.zip');
});

test('a file of another kind, an empty one and a huge one are refused before they are sent', async () => {
  const { choose } = await openList();
  choose(new File(['x'], 'staff.pdf'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Нужен файл .xlsx, .csv, .zip, а выбран «staff.pdf».');
  choose(new File([], 'roster.zip'));
  expect(await screen.findByRole('alert')).toHaveTextContent('пуст');
  const huge = zip();
  Object.defineProperty(huge, 'size', { value: 21 * 1024 * 1024 });
  choose(huge);
  expect(await screen.findByRole('alert')).toHaveTextContent('больше 20 МБ');
  expect(await screen.findByText('Загрузок ещё не было')).toBeInTheDocument();
});

test('a file sent before leads to its first import', async () => {
  const again = problem(409, { code: 'import.duplicate', ...{ importId: 'first' } });
  server.use(http.post('*/api/v1/imports/roster', () => again));
  const { choose, onSent } = await openList();
  choose(zip());
  expect(await screen.findByRole('link', { name: 'Открыть первую загрузку' })).toHaveAttribute('href', '/imports/first');
  expect(onSent).not.toHaveBeenCalled();
});

test('rows with problems need a decision before the changes are applied', async () => {
  const sent: unknown[] = [];
  const { user, container } = await openImport(found);
  server.use(
    http.post('*/api/v1/imports/i/confirm', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Confirmed', version: 6 });
    }),
  );
  expect(await screen.findByText('Это не адрес')).toBeInTheDocument();
  expect(screen.getByText(/Уйдёт 1 человек/)).toBeInTheDocument();
  expect(screen.getByText(/работа завершится не у всех, кого в нём нет/)).toBeInTheDocument();
  expect(screen.getByText('Почта')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  expect(await screen.findByText('Выберите, что делать со строками с ошибками')).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: /Пропустить/ }));
  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  await waitFor(() => expect(sent).toEqual([{ version: 5, skipProblemRows: true, confirmMassChange: false }]));
});

test('where every row is wrong it says so, and offers nothing to skip them for', async () => {
  await openImport({ ...found, creates: 0, updates: 0, ends: 0, unchanged: 0 });
  expect(await screen.findByText(/Ни одну строку нельзя внести/)).toBeInTheDocument();
  expect(screen.queryByRole('radio', { name: /Пропустить/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Внести изменения' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Отменить загрузку' })).toBeInTheDocument();
});

test('a refusal is shown, a newer version is offered, a cancelled import says so', async () => {
  const { user } = await openImport({ ...found, problems: 0 });
  server.use(http.post('*/api/v1/imports/i/confirm', () => problem(409, { detail: 'Сейчас нельзя' })));
  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  expect(await screen.findByText('Сейчас нельзя')).toBeInTheDocument();

  server.use(http.post('*/api/v1/imports/i/confirm', () => problem(412)));
  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  expect(await screen.findByRole('button', { name: 'Показать новую версию' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Вернуться к моему тексту' }));

  server.use(
    http.post('*/api/v1/imports/i/cancel', () => HttpResponse.json({ status: 'Cancelled', version: 6 })),
    http.get('*/api/v1/imports/i', () => HttpResponse.json({ ...found, status: 'Cancelled' })),
  );
  await user.click(screen.getByRole('button', { name: 'Отменить загрузку' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Отменить загрузку' }));
  expect(await screen.findByText('Загрузка отменена')).toBeInTheDocument();
});

test('progress comes from the server until the import is over', async () => {
  const event = (state: Partial<Import>) => `event: import\ndata: ${JSON.stringify({ ...found, ...state })}\n\n`;
  server.use(
    http.get('*/api/v1/imports/i/events', () =>
      new HttpResponse(event({ status: 'Applying', rowsDone: 10 }) + event({ status: 'Applied' }), {
        headers: { 'content-type': 'text/event-stream' },
      }),
    ),
  );
  await openImport({ ...found, status: 'Applying', rowsDone: 5 });
  expect(await screen.findByRole('link', { name: 'Открыть список сотрудников' })).toHaveAttribute('href', '/school/o/people');
  expect(screen.getByText('Пропущено ошибок')).toBeInTheDocument();
  expect(screen.getByText('Чья работа не завершилась')).toBeInTheDocument();
});

test('a failed import says why and what to do', async () => {
  await openImport({ ...found, status: 'Failed', failure: { code: 'import.encoding', message: 'users.csv не в UTF-8.' } });
  expect(screen.getByText('users.csv не в UTF-8.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Загрузить другой файл' })).toBeInTheDocument();
});

test('who leaves, comes and changes is shown by name before it is confirmed', async () => {
  const { user } = await openImport(found);
  expect(await screen.findByRole('link', { name: 'Громов Пётр' })).toHaveAttribute('href', '/people/p2');
  await user.click(screen.getByText('Приходят'));
  expect(await screen.findByText('Новикова Зоя')).toBeInTheDocument();
  expect(screen.getByText(/уже есть в системе/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Новикова Зоя' })).toBeNull();
  await user.click(screen.getByText('Меняются'));
  for (const line of [
    'имя: Ветрова Инна → Иная Инна',
    'почта: inna@school.example → пусто',
    'teacher: должность: teacher → head',
    'teacher: последний день: пусто → 31.05.2027',
    'новая должность: tutor, с 01.09.2026',
  ])
    expect(await screen.findByText(line)).toBeInTheDocument();
});

test('a change of a large part of the staff is confirmed by itself', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/imports/i/confirm', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Confirmed', version: 6 });
    }),
  );
  const { user, container } = await openImport({ ...found, problems: 0, leaves: 30, asksMassChange: true });
  expect(screen.getByText('Уйдут: 30 из 35. Придут: 2.')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  expect(await screen.findByText('Подтвердите, что посмотрели имена')).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /Имена проверены/ }));
  await user.click(screen.getByRole('button', { name: 'Внести изменения' }));
  await waitFor(() => expect(sent).toEqual([{ version: 5, skipProblemRows: false, confirmMassChange: true }]));
});

test('one person is entered by hand and checked like a file', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/dictionaries/position', () =>
      HttpResponse.json([{ code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' }]),
    ),
    http.post('*/api/v1/imports/person', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'new' }, { status: 202 });
    }),
  );
  const { user, onSent } = await openList();
  await user.click(screen.getByRole('button', { name: 'Ввести одного человека' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByLabelText(/^Фамилия/), 'Новикова');
  await user.type(dialog.getByLabelText(/^Имя/), 'Зоя');
  await user.type(await dialog.findByLabelText(/^Работает с/), '01.09.2026');
  await user.click(dialog.getByRole('button', { name: 'Проверить' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledExactlyOnceWith('new'));
  expect(sent).toEqual([
    {
      organizationId: 'o',
      familyName: 'Новикова',
      givenName: 'Зоя',
      patronymic: null,
      birthDate: null,
      snils: null,
      email: null,
      phone: null,
      positionCode: 'teacher',
      isMain: true,
      startedOn: '2026-09-01',
      endedOn: null,
      isNew: false,
    },
  ]);
});

test('results that would come are told by name, and what confirming means', async () => {
  server.use(
    http.get('*/api/v1/dictionaries/competence-area', () => HttpResponse.json([{ code: 'legal', nameRu: 'Нормативная', nameEn: 'Law' }])),
    http.get('*/api/v1/imports/i/diagnosis-results', () =>
      HttpResponse.json({
        items: [
          {
            change: 'Replaces',
            line: 2,
            name: 'Смирнова Анна',
            schoolName: 'СОШ № 1',
            day: '2026-10-01',
            instrumentNameRu: 'Оценка',
            instrumentNameEn: 'Assessment',
            areas: [{ area: 'legal', level: 60 }],
          },
        ],
        next: null,
      }),
    ),
  );
  const { container } = await openImport({ ...found, kind: 'DiagnosisResults', problems: 0, ends: 0, leaves: 0, joins: 0 });
  expect(await screen.findByRole('rowheader', { name: 'Смирнова Анна' })).toBeInTheDocument();
  expect(await screen.findByText('Нормативная — 60')).toBeInTheDocument();
  expect(screen.getByText('Заменит прежний')).toBeInTheDocument();
  expect(screen.getByText(/станут собственностью педагогов/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('results go with the body and the instrument that they were made by', async () => {
  const sent: string[] = [];
  server.use(
    http.get('*/api/v1/imports', () => HttpResponse.json({ items: [], next: null })),
    http.post('*/api/v1/imports/diagnosis-results', ({ request }) => {
      sent.push(new URL(request.url).search);
      return HttpResponse.json({ id: 'n' }, { status: 202 });
    }),
  );
  const onSent = vi.fn<(id: string) => void>();
  const target = { kind: 'DiagnosisResults', organizationId: 'o', instrumentId: 'i' } as const;
  const { container } = await renderPage(
    <main>
      <ImportsPage target={target} onSent={onSent} />
    </main>,
    'imports',
  );
  expect(await screen.findByText('Перетащите сюда файл с результатами')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Файл для загрузки'), { target: { files: [new File(['ФИО;Балл'], 'r.csv', { type: 'text/csv' })] } });
  await waitFor(() => expect(onSent).toHaveBeenCalledWith('n'));
  expect(sent).toEqual(['?organizationId=o&instrumentId=i&fileName=r.csv']);
});
