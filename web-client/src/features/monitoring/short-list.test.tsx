import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { regions } from '@/shared/geo/regions';
import { axeFaults } from '@/testing/axe';
import { renderRoute } from '@/testing/render-route';
import { http, HttpResponse, server } from '@/testing/server';
import { dashboardOf, russia, serveMonitoring, tver, valuesOf } from './fixtures';

/** The first region has most of both: it is best by what should be much, and worst by what should be little. */
const all = regions.map(({ iso, nameRu }, at) => ({ ...tver, code: iso, nameRu, values: valuesOf(100 - at, 50, 100 - at, null) }));

beforeEach(() => {
  serveMonitoring();
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) => ({ matches: media.includes('max-width'), media, addEventListener() {}, removeEventListener() {} }) as never,
  );
  server.use(http.get('*/api/v1/territories/RU/dashboard', () => HttpResponse.json({ ...dashboardOf(russia), regions: all })));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const open = (path: string) => renderRoute(path, { permissions: ['MonitoringSchool', 'MonitoringTerritory'] });
const names = (section: HTMLElement) => within(section).getAllByRole('link').map(({ textContent }) => textContent);

test.each([
  ['need-coverage', regions[0]!.nameRu, regions.at(-1)!.nameRu],
  ['days-to-active', regions.at(-1)!.nameRu, regions[0]!.nameRu],
])('of 83 regions a phone shows both ends by %s', async (indicator, best, worst) => {
  const { container } = await open(`/analytics/RU?view=table&indicator=${indicator}`);
  const ahead = names(await screen.findByRole('region', { name: 'Впереди' }));
  const behind = names(screen.getByRole('region', { name: 'Отстают' }));
  expect([ahead.length, behind.length]).toEqual([5, 5]);
  expect([ahead[0], behind.at(-1)]).toEqual([best, worst]);
  expect(screen.queryByRole('table', { name: 'Регионы' })).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('what only describes has the highest and the lowest', async () => {
  await open('/analytics/RU?view=league&indicator=consent-share');
  expect(await screen.findByRole('region', { name: 'Самые большие значения' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Самые малые значения' })).toBeInTheDocument();
});

test('others are found by name, and all are shown when asked for', async () => {
  const { user } = await open('/analytics/RU?view=table&indicator=need-coverage');
  await user.type(await screen.findByRole('searchbox', { name: 'Найти по названию' }), 'твер');
  expect(names(screen.getByRole('region', { name: 'Нашлась 1' }))).toEqual(['Тверская область']);
  await user.clear(screen.getByRole('searchbox'));
  await user.click(screen.getByRole('button', { name: 'Показать все (83)' }));
  expect(names(screen.getByRole('region', { name: 'Регионы' }))).toHaveLength(83);
});
