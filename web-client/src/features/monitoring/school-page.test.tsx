import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderRoute } from '@/testing/render-route';
import { http, HttpResponse, server } from '@/testing/server';
import { schoolDashboard, schools, serveMonitoring } from './fixtures';

const path = `/school/${schools[0]!.id}`;

beforeEach(() => {
  serveMonitoring();
  server.use(
    http.get('*/api/v1/programs/counts', () =>
      HttpResponse.json([
        { status: 'Council', count: 2 },
        { status: 'Active', count: 1234 },
      ]),
    ),
  );
});

const rowOf = (name: RegExp) => within(screen.getByRole('table', { name: 'Все показатели' })).getByRole('row', { name });

test('each indicator stands beside those of the places around', async () => {
  await renderRoute(path, { permissions: ['MonitoringSchool'] });
  const cells = within(rowOf(/Охват наставничеством/)).getAllByRole('cell').map((cell) => cell.textContent);
  expect(cells.slice(0, 5)).toEqual(['80 %', '▲ +20 п. п. ● лучшегод назад, ноябрь 2025: 60 %', '70 %', '64 %', '58 %']);
  expect(within(rowOf(/Охват наставничеством/)).getByRole('img')).toHaveAccessibleName('Охват наставничеством: от 60 % до 80 %');
  expect(rowOf(/Доля завершённых/)).toHaveTextContent('— программы не завершались');
});

test('what waits is counted and opens its list', async () => {
  await renderRoute(path, { permissions: ['MonitoringSchool', 'ProgramRead'] });
  const council = await screen.findByRole('link', { name: /^2\s*Ждут решения совета/ });
  expect(council).toHaveAttribute('href', `${path}/programs?status=Council`);
  expect(screen.getByRole('link', { name: /Действуют/ })).toHaveTextContent(/1\s234/);
});

test('who may not see programs is not asked to', async () => {
  await renderRoute(path, { permissions: ['MonitoringSchool'] });
  expect(screen.queryByText('Что требует внимания')).not.toBeInTheDocument();
});

test('a school without sums says what brings them', async () => {
  server.use(
    http.get('*/api/v1/organizations/:id/dashboard', () => HttpResponse.json({ ...schoolDashboard, indicators: [] })),
  );
  await renderRoute(path, { permissions: ['MonitoringSchool'] });
  expect(screen.getByText('Показатели ещё не посчитаны')).toBeVisible();
});

test('no faults that a machine finds', async () => {
  const { container } = await renderRoute(path, { permissions: ['MonitoringSchool', 'ProgramRead'] });
  await screen.findByRole('link', { name: /^2/ });
  expect(await axeFaults(container)).toEqual([]);
});
