import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { Sessions } from './sessions';

const here = { id: 'here', device: 'Firefox, Windows', method: 'Password', startedAt: '2026-11-28T08:00:00Z', seenAt: '2026-11-28T09:00:00Z', current: true };
const phone = { ...here, id: 'phone', device: 'Chrome, Android', current: false };
const unknown = { ...here, id: 'unknown', device: null, current: false };

/** The sessions as the server holds them, and what was asked of it. */
async function open(failing = false) {
  let held = [here, phone, unknown];
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/me/sessions', () => HttpResponse.json(held)),
    http.delete('*/api/v1/me/sessions/:id', ({ params }) => {
      if (failing) return problem(404, {});
      asked.push(String(params.id));
      held = held.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete('*/api/v1/me/sessions', ({ request }) => {
      asked.push(new URL(request.url).search);
      const ended = held.length - 1;
      held = [here];
      return HttpResponse.json({ ended });
    }),
  );
  const view = await renderUi(
    <main>
      <Sessions />
    </main>,
    'identity',
  );
  await screen.findByText('Chrome, Android');
  return { ...view, asked };
}

test('the own sessions are shown, this one marked, and another one is ended', async () => {
  const { user, container, asked } = await open();
  expect(within(screen.getByRole('row', { name: /Firefox, Windows/ })).getByText('Этот сеанс')).toBeInTheDocument();
  expect(screen.getByText('Неизвестное устройство')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Завершить сеанс: Chrome, Android' }));
  expect(await screen.findByText('Сеанс завершён: Chrome, Android.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('row', { name: /Android/ })).not.toBeInTheDocument());
  expect(asked).toEqual(['phone']);
});

test('all others end together, after a question', async () => {
  const { user, asked } = await open();
  await user.click(screen.getByRole('button', { name: 'Выйти на всех других устройствах' }));
  const dialog = await screen.findByRole('dialog');
  expect(asked).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Выйти на всех других устройствах' }));
  expect(await screen.findByText('Все другие сеансы завершены.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Выйти на всех других устройствах' })).not.toBeInTheDocument());
  expect(asked).toEqual(['?keepThis=true']);
});

test('a failure is shown and the session stays', async () => {
  const { user } = await open(true);
  await user.click(screen.getByRole('button', { name: 'Завершить сеанс: Chrome, Android' }));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.getByText('Chrome, Android')).toBeInTheDocument();
});
