import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Area, Deficits } from './api';
import { DeficitsPage } from './deficits-page';

const area = (code: string, nameRu: string, more: Partial<Area>): Area => ({
  code,
  parentCode: null,
  nameRu,
  nameEn: code,
  open: 20,
  closed: 0,
  resources: 2,
  freePlaces: 40,
  always: 0,
  ...more,
});

const deficits: Deficits = {
  code: 'RU-TVE',
  level: 'Region',
  nameRu: 'Тверская область',
  nameEn: 'Tver Oblast',
  regionCode: 'RU-TVE',
  least: 10,
  asOf: '2026-11-30T09:00:00Z',
  diagnosed: 80,
  areas: [
    area('methods', 'Методические', {}),
    area('digital', 'Цифровые', { open: 50, freePlaces: 20 }),
    area('ict', 'ИКТ-компетенции', { parentCode: 'digital', open: 40, closed: null, resources: 0, freePlaces: 0 }),
    area('health', 'Здоровьесбережение', { open: null, freePlaces: 0 }),
  ],
  parts: [
    { code: '28701000', nameRu: 'город Тверь', nameEn: 'Tver', diagnosed: 60, open: [15, 40, 30, null], closed: [0, 0, null, null] },
    { code: '28604000', nameRu: 'Бологовский район', nameEn: 'Bologovsky', diagnosed: null, open: [null, null, null, null], closed: [null, null, null, null] },
  ],
};

const place = (code: string, level: string, nameRu: string) => ({ code, level, nameRu, nameEn: code, parentCode: null, timeZone: null, line: [] });

const show = (answer: Deficits, search = {}, onSearch = vi.fn()) => {
  server.use(
    http.get('*/api/v1/territories/RU-TVE', () => HttpResponse.json(place('RU-TVE', 'Region', 'Тверская область'))),
    http.get('*/api/v1/territories/RU-TVE/deficits', () => HttpResponse.json(answer)),
  );
  return renderPage(
    <main>
      <DeficitsPage territory="RU-TVE" search={search} onSearch={onSearch} />
    </main>,
    'deficits',
  );
};

test('the head sees what is hard, how many no more, and where the map is thin', async () => {
  const onSearch = vi.fn();
  const { user, container } = await show(deficits, {}, onSearch);
  const row = async (name: string) => (await screen.findByRole('rowheader', { name })).closest('[role=row], tr') as HTMLElement;
  expect(within(await row('Методические')).getByText('20 (25 %)')).toBeInTheDocument();
  expect(within(await row('Методические')).getByText('мест хватает')).toBeInTheDocument();
  expect(within(await row('Цифровые')).getByText('на место 2,5 педагога')).toBeInTheDocument();
  expect(within(await row('ИКТ-компетенции')).getByText('ресурсов нет')).toBeInTheDocument();
  expect(within(await row('Здоровьесбережение')).getAllByText('не показано')).toHaveLength(1);
  expect(screen.getByRole('link', { name: '2: ресурсы для области «Методические»' })).toHaveAttribute('href', '/resources?area=methods');
  expect(within(await row('город Тверь')).getByText('15 (25 %)')).toBeInTheDocument();
  expect(screen.queryByText('Бологовский район')).not.toBeInTheDocument();
  expect(screen.getByText(/^Ещё 1 муниципалитет не показан/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.selectOptions(screen.getByLabelText('Область компетенций'), 'ict');
  expect(onSearch).toHaveBeenCalledWith({ area: 'ict' });
});

test('of too few teachers nothing is shown, and it is said why', async () => {
  await show({ ...deficits, diagnosed: null, areas: deficits.areas.map((one) => ({ ...one, open: null, closed: null })) });
  expect(await screen.findByText('Пока показать нечего')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('the federation leads to those that have a table, and asks for none itself', async () => {
  server.use(
    http.get('*/api/v1/territories/RU', () => HttpResponse.json(place('RU', 'Federation', 'Российская Федерация'))),
    http.get('*/api/v1/territories', () => HttpResponse.json([place('urfo', 'FederalDistrict', 'Уральский федеральный округ')])),
  );
  const { container } = await renderPage(
    <main>
      <DeficitsPage territory="RU" search={{}} onSearch={vi.fn()} />
    </main>,
    'deficits',
  );
  expect(await screen.findByRole('link', { name: 'Уральский федеральный округ' })).toHaveAttribute('href', '/territory/urfo/deficits');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});
