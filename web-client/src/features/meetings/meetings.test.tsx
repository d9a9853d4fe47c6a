import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import { Meetings } from './meetings';
import type { Meeting } from './types';

const meeting = (change: Partial<Meeting>): Meeting => ({
  id: 'm1',
  status: 'Planned',
  mode: 'InPerson',
  startsAt: '2026-11-25T11:00:00Z',
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
  expect(screen.getByText('Отменена с окончанием программы.')).toBeInTheDocument();
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
