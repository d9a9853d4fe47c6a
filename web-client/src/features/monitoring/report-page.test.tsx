import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderRoute } from '@/testing/render-route';
import { serveMonitoring } from './fixtures';

beforeEach(serveMonitoring);

const open = (path: string) => renderRoute(path, { permissions: ['MonitoringSchool', 'MonitoringTerritory'] });

test('paper has every indicator, the picture and the places that have numbers', async () => {
  const { container } = await open('/analytics/RU/report');
  const [summary, places] = screen.getAllByRole('table');
  expect(within(summary!).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
    'Охват наставничеством',
    'Доля согласий',
    'Дней до начала',
    'Доля завершённых',
  ]);
  expect(summary).toHaveTextContent('— (программы не завершались)');
  expect(screen.getByRole('group', { name: /Карта регионов/ })).toBeInTheDocument();
  expect(within(places!).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Тверская область']);
  expect(screen.getByText('Без значения: 1')).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
});

test('a municipality compares its schools', async () => {
  await open('/analytics/28604000/report');
  const bars = await screen.findByRole('list', { name: /По убыванию/ });
  expect(within(bars).getAllByRole('listitem').map((bar) => bar.textContent)).toEqual(['1. Школа № 280 %', '2. Школа № 1079 %']);
});

test('the button prints', async () => {
  const print = vi.spyOn(globalThis, 'print').mockImplementation(() => {});
  const { user } = await open('/analytics/RU/report');
  await user.click(screen.getByRole('button', { name: 'Напечатать' }));
  expect(print).toHaveBeenCalledOnce();
});
