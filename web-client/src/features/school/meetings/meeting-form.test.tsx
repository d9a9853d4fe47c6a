import { notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { MeetingForm, type MeetingTask } from './meeting-form';
import { tellSeries } from './series-told';

const show = async (task: MeetingTask) => {
  const onClose = vi.fn();
  const view = await renderUi(<MeetingForm task={task} onClose={onClose} />, 'meetings');
  return { onClose, ...view };
};

async function fill({ user }: Awaited<ReturnType<typeof show>>) {
  await user.type(screen.getByLabelText(/Тема/), 'Разбор урока');
  const date = screen.getByLabelText(/Дата/);
  await user.clear(date);
  await user.type(date, '25.11.2026{Tab}');
  await user.type(screen.getByLabelText(/Время/), '14:30');
}

test('asks for topic, day and time', async () => {
  const { user, container } = await show({ kind: 'plan', programId: 'p1' });
  await user.click(screen.getByRole('button', { name: 'Назначить' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Исправьте 3 ошибки');
  expect(await axeFaults(container)).toEqual([]);
});

test('sends the instant of the typed day and time, once', async () => {
  const sent: { body: unknown; key: string | null }[] = [];
  server.use(
    http.post('*/api/v1/programs/p1/meetings', async ({ request }) => {
      sent.push({ body: await request.json(), key: request.headers.get('Idempotency-Key') });
      return HttpResponse.json({ id: 'm1', status: 'Planned', version: 1 }, { status: 201 });
    }),
  );
  const view = await show({ kind: 'plan', programId: 'p1' });
  await fill(view);
  await view.user.click(screen.getByRole('button', { name: 'Назначить' }));

  await vi.waitFor(() => expect(view.onClose).toHaveBeenCalled());
  expect(sent).toHaveLength(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[0]?.body).toEqual({
    ...{ topic: 'Разбор урока', durationMinutes: 45, mode: 'InPerson', place: null },
    startsAt: new Date(2026, 10, 25, 14, 30).toISOString(),
  });
});

test('a recurring plan tells which days were left out, which are shorter and which year may still change', () => {
  const told = { seriesId: 's1', meetings: 2, skipped: ['2027-02-22'], shortened: ['2027-02-20'], provisionalYears: [2028] };
  const show = vi.spyOn(notifications, 'show').mockReturnValue('n1');
  tellSeries(told, ((key: string, values: object) => `${key} ${Object.values(values).join()}`) as never);
  expect(show).toHaveBeenCalledWith(
    expect.objectContaining({ message: 'series.skipped 22.02.2027 series.shortened 20.02.2027 series.provisional 2028' }),
  );
  show.mockRestore();
});

test('what the server refuses stands at its field and the form stays', async () => {
  const errors = { '/startsAt': ['Встреча вне срока программы.'] };
  server.use(http.post('*/api/v1/programs/p1/meetings', () => problem(400, { errors })));
  const view = await show({ kind: 'plan', programId: 'p1' });
  await fill(view);
  await view.user.click(screen.getByRole('button', { name: 'Назначить' }));

  expect(await screen.findByRole('link', { name: /^«.+»: Встреча вне срока программы\.$/ })).toBeVisible();
  expect(view.onClose).not.toHaveBeenCalled();
  expect(screen.getByLabelText(/Тема/)).toHaveValue('Разбор урока');
});

test('a record of a past meeting needs its outcome', async () => {
  const { user } = await show({ kind: 'log', programId: 'p1' });
  await user.type(screen.getByLabelText(/Тема/), 'Разбор урока');
  await user.click(screen.getByRole('button', { name: 'Записать' }));

  expect(await screen.findByRole('link', { name: 'Заполните поле «Итог встречи»' })).toBeVisible();
});
