import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { MyIncentives } from './my-incentives';

const granted = {
  ...{ id: 'i1', organizationName: 'Школа № 12', kind: 'Material', function: 'Economic', incentive: 'Премия' },
  ...{ grounds: 'Три подготовленных новичка', amountKopecks: 1_500_000, grantedAt: '2026-11-20T08:00:00Z', comment: 'Приказ № 31' },
};
const mine = '*/api/v1/council/incentives/mine';

test('what was granted is told with its grounds, sum and order', async () => {
  server.use(http.get(mine, () => HttpResponse.json([granted])));
  const { container } = await renderUi(<MyIncentives />, 'incentives');

  expect(await screen.findByText(/^Премия, 15.000,00/)).toBeVisible();
  expect(screen.getByText('Три подготовленных новичка')).toBeVisible();
  expect(screen.getByText('Назначено 20.11.2026 · Материальное · Экономическая · Школа № 12')).toBeVisible();
  expect(screen.getByText('Приказ № 31')).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
});

test('nothing yet, or nothing read, says so', async () => {
  server.use(http.get(mine, () => HttpResponse.json([])));
  const { queryClient } = await renderUi(<MyIncentives />, 'incentives');
  expect(await screen.findByText('Поощрений пока нет')).toBeVisible();

  server.use(http.get(mine, () => problem(403, { detail: 'Нет прав.' })));
  await queryClient.resetQueries();
  expect(await screen.findByText('Нет прав.')).toBeVisible();
});
