import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderRoute } from '@/testing/render-route';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { bologoe, catalogue, dashboardOf, russia, schools, serveMonitoring } from './fixtures';

const analyst = { permissions: ['MonitoringSchool', 'MonitoringTerritory'] } as const;
const open = (path: string) => renderRoute(path, { permissions: [...analyst.permissions] });

beforeEach(serveMonitoring);

const card = (name: RegExp) => within(screen.getByRole('navigation', { name: 'Все показатели' })).getByRole('link', { name });

test('a change says in words whether it is better or worse, by the indicator\'s own direction', async () => {
  await open('/analytics/RU');
  expect(card(/Охват наставничеством/)).toHaveTextContent('64 %год назад, ноябрь 2025: 60 %▲ +4 п. п. ● лучшеданные 3 из 4 организаций');
  expect(card(/Дней до начала/)).toHaveTextContent('▲ +9,8 ◆ хуже');
  expect(card(/Доля согласий/)).toHaveTextContent('▲ +10 п. п.данные');
});

test('indicators are shown a group at a time', async () => {
  const route = { ...catalogue[0]!, code: 'routes-running', nameRu: 'Педагоги с маршрутом', theme: 'Routes' as const };
  server.use(http.get('*/api/v1/indicators', () => HttpResponse.json([...catalogue, route])));
  const { user } = await open('/analytics/RU');
  const cards = () => within(screen.getByRole('navigation', { name: 'Все показатели' })).getAllByRole('link');
  expect(cards()).toHaveLength(4);
  await user.click(screen.getByRole('radio', { name: 'Маршруты' }));
  await waitFor(() => expect(cards()).toHaveLength(1));
  expect(card(/Педагоги с маршрутом/)).toHaveAttribute('aria-current', 'page');
  expect(screen.getByLabelText('Показатель')).toHaveValue('routes-running');
});

test('an unfinished month says so, and what adds up over a month is not compared before it ends', async () => {
  const whole = dashboardOf(russia);
  server.use(
    http.get('*/api/v1/territories/RU/dashboard', () =>
      HttpResponse.json({
        ...whole,
        period: { ...whole.period, running: true },
        indicators: whole.indicators.map((value) => (value.code === 'need-coverage' ? value : { ...value, comparable: null, previous: null })),
      }),
    ),
  );
  await open('/analytics/RU');
  expect(screen.getByText(/^ноябрь 2026: месяц ещё идёт, числа изменятся/)).toBeVisible();
  expect(card(/Дней до начала/)).toHaveTextContent('29,8 дн.месяц ещё идёт, сравнивать рано');
  expect(card(/Охват наставничеством/)).toHaveTextContent('год назад, ноябрь 2025: 60 %▲ +4 п. п. ● лучше');
});

test('of a running year the finished months are compared, and the card names them', async () => {
  const whole = dashboardOf(russia);
  server.use(
    http.get('*/api/v1/territories/RU/dashboard', () =>
      HttpResponse.json({
        ...whole,
        period: { code: '2026/27', first: '2026-09-01', last: '2027-08-01', counted: '2026-11-01', running: true },
        indicators: whole.indicators.map((value) => (value.code === 'days-to-active' ? { ...value, comparable: 18 } : value)),
      }),
    ),
  );
  await open('/analytics/RU?period=2026%2F27');
  expect(card(/Дней до начала/)).toHaveTextContent('29,8 дн. за весь периодсентябрь – октябрь 2026: 18 дн., год назад 20 дн.▼ −2 ● лучше');
});

test('a small base stands beside its ratio', async () => {
  const whole = dashboardOf(russia);
  server.use(
    http.get('*/api/v1/territories/RU/dashboard', () =>
      HttpResponse.json({ ...whole, indicators: whole.indicators.map((value) => ({ ...value, denominator: 7 })) }),
    ),
  );
  await open('/analytics/RU');
  expect(card(/Охват наставничеством/)).toHaveTextContent('64 % n = 7');
  expect(card(/Доля завершённых/)).not.toHaveTextContent('n =');
});

test('every column of a table of places sorts both ways', async () => {
  const { user } = await open('/analytics/RU?view=table');
  const table = await screen.findByRole('table', { name: 'Регионы' });
  const headers = within(table).getAllByRole('columnheader');
  expect(headers.map(({ textContent }) => textContent)).toEqual(['Место', 'Название', ...whole()]);
  for (const { textContent } of headers) {
    const again = () => within(table).getByRole('columnheader', { name: textContent });
    const orders = [];
    for (let turn = 0; turn < 2; turn++) {
      await user.click(within(again()).getByRole('button'));
      orders.push(again().getAttribute('aria-sort'));
    }
    expect(orders.sort(), textContent).toEqual(['ascending', 'descending']);
  }
});

const whole = () => catalogue.map(({ nameRu }) => nameRu);

const asReported = (code: string, reported: number) => {
  const whole = dashboardOf(russia);
  const indicators = whole.indicators.map((value) => (value.code === code ? { ...value, organizationsReported: reported } : value));
  server.use(http.get('*/api/v1/territories/RU/dashboard', () => HttpResponse.json({ ...whole, indicators })));
};

test('a period without an event is no missing school, and it is said who has reported', async () => {
  asReported('completion-rate', 4);
  await open('/analytics/RU?indicator=completion-rate');
  expect(card(/Доля завершённых/)).toHaveTextContent('—программы не завершалисьданные всех 4 организаций');
  expect(screen.getByText(/^данные всех 4 организаций; учтены те, кто ведёт здесь состав педагогов/)).toBeVisible();
});

test('of what is noted once a year, those have reported who noted it', async () => {
  asReported('need-coverage', 2);
  await open('/analytics/RU?indicator=need-coverage');
  expect(screen.getByText('данные 2 из 4 организаций; учтены те, где за учебный год отмечена потребность')).toBeVisible();
});

test('without a denominator there is a dash and the reason', async () => {
  await open('/analytics/RU');
  expect(card(/Доля завершённых/)).toHaveTextContent('—программы не завершалисьданные 0 из 4 организаций');
});

test('a tile is walked to and opened with the keyboard', async () => {
  const { user, address } = await open('/analytics/RU?indicator=consent-share');
  screen.getByRole('button', { name: /^(город )?Москва/ }).focus();
  await user.keyboard('{ArrowRight}{Enter}');
  await waitFor(() => expect(address()).toBe('/analytics/RU-MOS?indicator=consent-share'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Московская область' })).toBeVisible();
});

test('names lead one level down, crumbs and Alt+↑ lead up, and the indicator stays', async () => {
  const { user, address } = await open('/analytics/RU-TVE?indicator=days-to-active');
  await user.click(screen.getAllByRole('link', { name: bologoe.nameRu })[0]!);
  await screen.findByRole('heading', { level: 1, name: bologoe.nameRu });
  expect(address()).toBe('/analytics/28604000?indicator=days-to-active');

  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(address()).toBe('/analytics/RU-TVE?indicator=days-to-active'));
  await user.click(await screen.findByRole('link', { name: 'Центральный округ' }));
  await waitFor(() => expect(address()).toBe('/analytics/cfo?indicator=days-to-active'));
});

test('indicator, period, view and order stand in the address', async () => {
  const { user, address } = await open('/analytics/RU');
  await user.selectOptions(screen.getByLabelText('Показатель'), 'Дней до начала');
  await user.click(screen.getByRole('radio', { name: 'Таблица' }));
  await user.selectOptions(screen.getByLabelText('Период'), 'октябрь 2026');
  await user.click(screen.getByRole('button', { name: 'Название' }));
  await waitFor(() => {
    const search = new URL(address(), 'http://x').searchParams;
    expect(Object.fromEntries(search)).toEqual({ indicator: 'days-to-active', view: 'table', period: '2026-10', sort: 'name' });
  });
});

test('the table beside the map shows the same numbers, sorted, the missing ones last', async () => {
  await open('/analytics/RU');
  const table = screen.getByRole('table', { name: 'Регионы' });
  const rows = within(table).getAllByRole('row').slice(1).map((row) => row.textContent);
  expect(rows).toEqual(['1Тверская область64 %64 / 100', '—Московская область—0 / 0']);
  expect(screen.getByRole('button', { name: 'Московская область: нет данных' })).not.toHaveAttribute('data-step');
});

test('a municipality lists its schools, each a link to its own page', async () => {
  const { address, user } = await open('/analytics/28604000?view=table');
  await user.click(await screen.findByRole('link', { name: 'Школа № 10' }));
  await waitFor(() => expect(address()).toBe(`/school/${schools[1]!.id}`));
});

test('to an outsider the sums are open and the schools are not', async () => {
  server.use(http.get('*/api/v1/territories/:code/organizations', () => problem(404)));
  await open('/analytics/28604000');
  expect(await screen.findByText(/Список организаций открыт координатору/)).toBeVisible();
  expect(card(/Охват наставничеством/)).toHaveTextContent('64 %');
});

test('a period in which nothing is counted says so', async () => {
  server.use(
    http.get('*/api/v1/territories/RU-TVE/dashboard', () =>
      HttpResponse.json({
        ...dashboardOf({ ...bologoe, code: 'RU-TVE', level: 'Region' }),
        period: { code: '2027/28', first: '2027-09-01', last: '2028-08-01', counted: null, running: false },
        children: [],
      }),
    ),
  );
  await open('/analytics/RU-TVE?period=2027%2F28');
  expect(screen.getByText(/2027\/28 учебный год · за этот период ещё ничего не посчитано/)).toBeVisible();
  expect(screen.getByText('Значений за этот период нет')).toBeVisible();
});

test('the export asks for the shown period', async () => {
  const asked = vi.fn();
  server.use(
    http.get('*/api/v1/territories/:code/indicators.csv', ({ request }) => {
      asked(new URL(request.url).searchParams.get('period'));
      return HttpResponse.text('territory');
    }),
  );
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const { user } = await open('/analytics/RU');
  await user.click(screen.getByRole('button', { name: 'Скачать CSV' }));
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith('2026-11'));
});

test('without a monitoring role the page is closed', async () => {
  await renderRoute('/analytics/RU', { permissions: ['ProgramRead'] });
  expect(screen.getByRole('heading', { level: 1, name: 'Нет прав на этот раздел' })).toBeVisible();
});

test.each(['/analytics/RU', '/analytics/RU-TVE', '/analytics/28604000?view=table', '/analytics/RU-TVE?view=series'])(
  '%s has no faults that a machine finds',
  async (path) => {
    const { container } = await open(path);
    await screen.findAllByRole('table');
    expect(await axeFaults(container)).toEqual([]);
  },
);

test('an indicator is told apart by a group of schools', async () => {
  const { user, address } = await open('/analytics/RU?indicator=completion-rate&view=groups');
  const bars = within(await screen.findByRole('list', { name: /по группам: Город и село: Российская Федерация/ }));
  expect(bars.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Город70 % 70 / 100', 'Село40 % 40 / 100']);
  expect(screen.getByRole('row', { name: 'Центральный округ 71 % 42 %' })).toBeVisible();
  await user.selectOptions(screen.getByLabelText('По чему делить'), 'Город и село');
  expect(address()).toContain('dimension=Settlement');
  expect(await axeFaults(document.body)).toEqual([]);
});

test('what has no groups says so', async () => {
  const load = { ...catalogue[0]!, code: 'tutor-load', nameRu: 'Загрузка тьюторов', dimensions: [] };
  server.use(http.get('*/api/v1/indicators', () => HttpResponse.json([...catalogue, load])));
  await open('/analytics/RU?indicator=tutor-load&view=groups');
  expect(await screen.findByText('Этот показатель на группы не делится')).toBeVisible();
});
