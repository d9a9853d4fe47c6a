import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { Meetings } from './meetings';
import type { Meeting } from './types';
import { UnrecordedPage } from './unrecorded-page';
import { WeekPage } from './week-page';

/** An instant so many hours from now. */
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const meeting = (change: Partial<Meeting>): Meeting => ({
  id: 'm1',
  status: 'Planned',
  mode: 'InPerson',
  startsAt: at(48),
  durationMinutes: 45,
  topic: 'Разбор урока',
  place: 'Кабинет 214',
  link: null,
  seriesId: null,
  agenda: [],
  confirmations: [],
  awaitsConfirmation: false,
  summary: null,
  cancelReason: null,
  calledOffBy: null,
  rests: false,
  version: 2,
  ...change,
});

const all = [
  meeting({}),
  meeting({ id: 'm2', status: 'Held', startsAt: '2026-11-12T11:00:00Z', topic: 'Оценивание', summary: 'Критерии' }),
];

const show = (may: { write: boolean; notes: boolean }, items = all) => {
  server.use(http.get('*/api/v1/programs/p1/meetings', () => HttpResponse.json({ items, next: null })));
  return renderUi(<Meetings programId="p1" may={may} />, 'meetings');
};

test('separates what is ahead from what was', async () => {
  const { container } = await show({ write: true, notes: true });

  expect(await screen.findByRole('region', { name: 'Предстоят' })).toHaveTextContent('Разбор урока');
  expect(screen.getByRole('region', { name: 'Прошли' })).toHaveTextContent('Критерии');
  expect(await axeFaults(container)).toEqual([]);
});

test('says what rests with its program and what went with it', async () => {
  await show({ write: true, notes: true }, [
    meeting({ rests: true }),
    meeting({ id: 'm3', status: 'Cancelled', calledOffBy: 'ProgramEnded' }),
    meeting({ id: 'm4', status: 'Cancelled', calledOffBy: 'ParticipantLeft' }),
  ]);

  expect(await screen.findByText(/на паузе/)).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Отменены' })).toHaveTextContent('Отменена с окончанием программы.');
  expect(screen.queryByRole('region', { name: 'Прошли' })).not.toBeInTheDocument();
  expect(screen.getByText('Отменена: участник выбыл из программы.')).toBeInTheDocument();
});

test('whoever may only read sees neither acts nor notes', async () => {
  await show({ write: false, notes: false });

  await screen.findByText('Разбор урока');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a meeting is called off with a reason and the version that was read', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/meetings/m1/cancel', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'm1', status: 'Cancelled', version: 3 });
    }),
  );
  const { user } = await show({ write: true, notes: false });

  await user.click(await screen.findByRole('button', { name: 'Отменить: Разбор урока' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Причина/), 'Болезнь');
  await user.click(within(dialog).getByRole('button', { name: 'Отменить встречу' }));
  await vi.waitFor(() => expect(sent).toEqual({ version: 2, reason: 'Болезнь' }));
});

test('the pair reads both notes and writes its own', async () => {
  let sent: unknown;
  const theirs = { authorId: 'x', authorName: 'Ефимов А. Д.', text: 'Спасибо', writtenAt: '2026-11-13T09:00:00Z' };
  server.use(
    http.get('*/api/v1/meetings/m2/note', () => HttpResponse.json({ own: null, others: [theirs] })),
    http.put('*/api/v1/meetings/m2/note', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ writtenAt: '2026-11-13T10:00:00Z' });
    }),
  );
  const { user } = await show({ write: true, notes: true });

  await user.click(await screen.findByRole('button', { name: 'Заметка: Оценивание' }));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent('Видите только вы двое.');
  expect(await within(drawer).findByText('Спасибо')).toBeVisible();
  await user.type(within(drawer).getByLabelText('Ваша заметка'), 'Молодец');
  await user.click(within(drawer).getByRole('button', { name: 'Сохранить' }));
  await vi.waitFor(() => expect(sent).toEqual({ text: 'Молодец' }));
});

const acts = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

test('what is ahead is prepared, put into a calendar, moved or called off, and joined by its link', async () => {
  await show({ write: true, notes: false }, [meeting({ mode: 'Online', link: 'https://video.example/1', awaitsConfirmation: true })]);

  const row = within(await screen.findByRole('region', { name: 'Предстоят' }));
  expect(row.getByRole('link', { name: 'Войти во встречу' })).toHaveAttribute('href', 'https://video.example/1');
  expect(acts()).toEqual(
    expect.arrayContaining(['Приду', 'Подготовить повестку', 'В календарь', 'Перенести', 'Отменить'].map((act) => `${act}: Разбор урока`)),
  );
  expect(acts().join()).not.toMatch(/остоялась/);
});

test('what is over waits to be recorded, and nothing else', async () => {
  await show({ write: true, notes: false }, [meeting({ startsAt: at(-3), mode: 'Online', link: 'https://video.example/1', awaitsConfirmation: true })]);

  const row = within(await screen.findByRole('region', { name: 'Время прошло — отметьте, состоялась ли' }));
  expect(row.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Записать итог: Разбор урока', 'Не состоялась: Разбор урока']);
  expect(row.getByText('Итог не записан')).toBeInTheDocument();
  expect(row.queryByRole('link')).not.toBeInTheDocument();
});

test('what goes on now can be joined and recorded', async () => {
  await show({ write: true, notes: false }, [meeting({ startsAt: at(-0.25), mode: 'Online', link: 'https://video.example/1' })]);

  const row = within(await screen.findByRole('region', { name: 'Предстоят' }));
  expect(row.getByRole('link', { name: 'Войти во встречу' })).toBeVisible();
  expect(row.getByRole('button', { name: 'Записать итог: Разбор урока' })).toBeVisible();
});

test('an agenda is prepared by itself, and the meeting stays as it was', async () => {
  let sent: Record<string, unknown> = {};
  server.use(
    http.put('*/api/v1/meetings/m1', async ({ request }) => {
      sent = (await request.json()) as typeof sent;
      return HttpResponse.json({ id: 'm1', status: 'Planned', version: 3 });
    }),
  );
  const startsAt = '2030-03-04T11:00:00.000Z';
  const { user } = await show({ write: true, notes: false }, [meeting({ startsAt, agenda: [{ text: 'Оценивание', goalId: 'g1', goal: 'Цель' }] })]);
  await user.click(await screen.findByRole('button', { name: 'Изменить повестку: Разбор урока' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Повестка встречи' }));
  expect(dialog.queryByLabelText(/Дата/)).not.toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Добавить тему в повестку' }));
  await user.type(dialog.getByLabelText(/^Тема 2/), 'Рефлексия');
  await user.click(dialog.getByRole('button', { name: 'Сохранить повестку' }));

  await vi.waitFor(() => expect(sent['agenda']).toEqual([{ text: 'Оценивание', goalId: 'g1' }, { text: 'Рефлексия', goalId: null }]));
  expect(sent).toMatchObject({ startsAt, topic: 'Разбор урока', place: 'Кабинет 214', version: 2 });
});

test('a meeting comes as a file for a calendar', async () => {
  const asked = vi.fn();
  server.use(
    http.get('*/api/v1/meetings/m1/calendar.ics', () => {
      asked();
      return new HttpResponse('BEGIN:VCALENDAR', { headers: { 'content-type': 'text/calendar' } });
    }),
  );
  URL.createObjectURL = vi.fn(() => 'blob:calendar');
  URL.revokeObjectURL = vi.fn();
  const { user } = await show({ write: true, notes: false });
  await user.click(await screen.findByRole('button', { name: 'В календарь: Разбор урока' }));
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
});

test('the week offers with each meeting what its reader may do', async () => {
  const item = (id: string, topic: string, mayWrite: boolean, change: Partial<Meeting> = {}) => ({
    day: '2026-11-25',
    programId: 'p1',
    programTitle: 'Первый год',
    mentors: 'Орлова В. С.',
    mentees: 'Белов И. К.',
    mayWrite,
    meeting: meeting({ id, topic, ...change }),
  });
  server.use(
    http.get('*/api/v1/organizations/o1/meetings', () =>
      HttpResponse.json({
        monday: '2026-11-23',
        timeZone: 'Europe/Moscow',
        items: [item('m1', 'Своя', true), item('m2', 'Чужая', false), item('m3', 'Прошла', true, { startsAt: at(-5) })],
        unrecorded: 5,
      }),
    ),
  );
  const { user, container } = await renderPage(<WeekPage organizationId="o1" from={undefined} onFrom={() => {}} />, 'meetings');

  await user.click(await screen.findByRole('button', { name: 'Перенести: Своя' }));
  expect(await screen.findByRole('dialog', { name: 'Перенести встречу' })).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Записать итог: Прошла' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Чужая/ })).not.toBeInTheDocument();
  expect(screen.getAllByRole('link', { name: 'Первый год' })[0]).toHaveAttribute('href', '/programs/p1?tab=meetings');
  const waiting = screen.getByRole('link', { name: 'Без записи осталось 5 встреч' });
  expect(waiting).toHaveAttribute('href', '/school/o1/meetings?view=unrecorded');
  expect(await axeFaults(container)).toEqual([]);
});

test('meetings without a record are listed over all weeks and recorded from there', async () => {
  const past = (id: string, day: string) => ({
    day,
    programId: 'p1',
    programTitle: 'Первый год',
    mentors: 'Орлова В. С.',
    mentees: 'Белов И. К.',
    mayWrite: true,
    meeting: meeting({ id, topic: `Урок ${day}`, startsAt: at(-50) }),
  });
  server.use(
    http.get('*/api/v1/organizations/o1/meetings', () =>
      HttpResponse.json({ monday: '2026-11-23', timeZone: 'Europe/Moscow', items: [], unrecorded: 2 }),
    ),
    http.get('*/api/v1/organizations/o1/meetings/unrecorded', ({ request }) =>
      HttpResponse.json(
        new URL(request.url).searchParams.get('cursor')
          ? { items: [past('m2', '2026-10-12')], next: null }
          : { items: [past('m1', '2026-10-05')], next: 'more' },
      ),
    ),
  );
  const { user, container } = await renderPage(<UnrecordedPage organizationId="o1" />, 'meetings');

  expect(await screen.findByRole('heading', { name: /5 октября 2026/ })).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('1 из 2');
  await user.click(screen.getByRole('button', { name: /Показать ещё/ }));
  expect(await screen.findByRole('heading', { name: /12 октября 2026/ })).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Записать итог: Урок 2026-10-05' }));
  expect(await screen.findByRole('dialog')).toBeVisible();
});
