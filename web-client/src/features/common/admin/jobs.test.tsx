import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import type { Job } from './api';
import { Jobs } from './jobs';

const job = (change: Partial<Job>): Job => ({
  id: 'roll-up', cron: '* * * * *', lastRunAt: '2026-11-29T08:00:00Z', outcome: 'Succeeded', nextRunAt: '2026-11-29T08:01:00Z', late: false, failingItems: 0,
  stuckItems: 0, ...change,
});

const show = async (workers = 2) => {
  const sent: string[] = [];
  server.use(
    http.get('*/api/v1/jobs', () =>
      HttpResponse.json({
        workers,
        failed: 1,
        jobs: [
          job({}),
          job({ id: 'put-acts-in-force', outcome: 'Failed', failingItems: 3, stuckItems: 2 }),
          job({ id: 'send-digests', late: true, lastRunAt: null, outcome: 'None' }),
          job({ id: 'of-tomorrow' }),
        ],
      }),
    ),
    http.get('*/api/v1/jobs/failed', () => HttpResponse.json([{ id: '17', job: 'roll-up', failedAt: '2026-11-29T07:00:00Z', error: 'NpgsqlException' }])),
    http.post('*/api/v1/jobs/*', ({ request }) => {
      sent.push(new URL(request.url).pathname);
      return new HttpResponse(null, { status: 202 });
    }),
    http.post('*/api/v1/jobs/failed/17/retry', ({ request }) => {
      sent.push(new URL(request.url).pathname);
      return new HttpResponse(null, { status: 202 });
    }),
  );
  return { sent, ...(await renderUi(<main><Jobs /></main>, 'admin')) };
};

test('each job says in words what it does, how it came out and what waits for somebody', async () => {
  const { container } = await show();
  expect(await screen.findByRole('row', { name: /Пересчёт показателей.*складывает их до страны/ })).toHaveTextContent('Успешно');
  expect(screen.getByRole('row', { name: /Вступление документов в силу/ })).toHaveTextContent(/Не удалась.*не удаётся раз за разом: 2/);
  expect(screen.getByRole('row', { name: /Ежедневные письма/ })).toHaveTextContent(/Опаздывает.*ещё не было/);
  expect(screen.getByRole('row', { name: /of-tomorrow/ })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByText(/Она на английском языке/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Открыть подробную панель' })).toHaveAttribute('href', '/hangfire');
  expect(await axeFaults(container)).toEqual([]);
});

test('a failed run is tried again, and a job is run now after a question', async () => {
  const { user, sent } = await show();
  await user.click(await screen.findByRole('button', { name: 'Повторить: Пересчёт показателей, № 17' }));
  await waitFor(() => expect(sent).toEqual(['/api/v1/jobs/failed/17/retry']));
  await user.click(screen.getByRole('button', { name: 'Запустить: Вступление документов в силу' }));
  await user.click(within(await screen.findByRole('dialog', { name: 'Запустить работу сейчас?' })).getByRole('button', { name: 'Запустить' }));
  await waitFor(() => expect(sent.at(-1)).toBe('/api/v1/jobs/put-acts-in-force/run'));
});

test('where no process does the work, the page says so', async () => {
  await show(0);
  expect(await screen.findByRole('alert')).toHaveTextContent('ни один процесс не подключён');
});
