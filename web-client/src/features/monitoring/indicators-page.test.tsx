import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderRoute } from '@/testing/render-route';
import { http, HttpResponse, server } from '@/testing/server';
import type { IndicatorDefinition } from './api';
import { catalogue, serveMonitoring } from './fixtures';

const definition: IndicatorDefinition = {
  ...catalogue[3]!,
  version: 2,
  numeratorRu: 'Программы, завершённые в месяце',
  numeratorEn: 'Programs completed in the month',
  denominatorRu: 'Программы, завершённые или прекращённые в месяце',
  denominatorEn: 'Programs completed or ended early in the month',
  missingRu: 'Прочерк, а не ноль.',
  missingEn: 'A dash, not nought.',
  least: 10,
  target: null,
  dimensions: ['Sector'],
  atBodies: false,
  versions: [
    {
      version: 2,
      validFrom: '2026-10-01',
      validTo: null,
      restates: false,
      nameRu: 'Доля завершённых',
      nameEn: 'Completed',
      formulaRu: 'Новая формула',
      formulaEn: 'New formula',
      changed: ['Formula', 'Unit'],
    },
    {
      version: 1,
      validFrom: '2025-09-01',
      validTo: '2026-10-01',
      restates: true,
      nameRu: 'Доля завершённых',
      nameEn: 'Completed',
      formulaRu: 'Прежняя формула',
      formulaEn: 'Former formula',
      changed: [],
    },
  ],
  sql: 'with ended as (select 1) select * from ended',
  facts: ['program', 'program_home'],
  example: {
    nameRu: 'Тверская область',
    nameEn: 'Tver',
    period: '2026-10',
    version: 2,
    value: 75,
    numerator: 30,
    denominator: 40,
    mark: null,
  },
};

const serve = (example: IndicatorDefinition['example']) =>
  server.use(http.get('*/api/v1/indicators/:code', () => HttpResponse.json({ ...definition, example })));

beforeEach(() => {
  serveMonitoring();
  serve(definition.example);
});

const open = (path: string) => renderRoute(path, { permissions: ['MonitoringSchool'] });

test('the catalogue is searched by name, formula and code', async () => {
  const { container, user } = await open('/indicators');
  const names = () => within(screen.getByRole('main')).getAllByRole('link').map((link) => link.textContent);
  expect(names()).toHaveLength(4);
  expect(await axeFaults(container)).toEqual([]);
  await user.type(screen.getByRole('searchbox'), 'доля завер');
  await screen.findByText('1 показатель');
  expect(names()).toEqual(['Доля завершённых']);
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'счастье');
  expect(await screen.findByText('Таких показателей нет')).toBeVisible();
});

test('an indicator tells what it is made of, how a number came about and what has changed', async () => {
  const { container } = await open('/indicators/completion-rate?territory=RU-TVE');
  expect(screen.getByText('30 / 40 × 100 = 75 %')).toBeVisible();
  expect(screen.getByText(/Тверская область, октябрь 2026/)).toBeVisible();
  expect(screen.getByText('program, program_home')).toBeVisible();
  expect(screen.getByText(/Изменилось: формула, единица\. Прежние месяцы остались/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Динамика' })).toHaveAttribute('href', '/analytics/RU-TVE?indicator=completion-rate&view=series');
  expect(await axeFaults(container)).toEqual([]);
});

test('of few nothing is told, and before a month is over there is no example', async () => {
  serve({ ...definition.example!, value: null, numerator: null, denominator: null, mark: 'Suppressed' });
  const { unmount } = await open('/indicators/completion-rate');
  expect(screen.getByText(/значение скрыто — его знаменатель меньше 10/)).toBeVisible();
  unmount();
  serve(null);
  await open('/indicators/completion-rate');
  expect(screen.getByText('Ещё ни один месяц не закончился.')).toBeVisible();
});
