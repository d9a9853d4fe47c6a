import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { http, HttpResponse, server } from '@/testing/server';
import { activity, deficit, route, show } from './fixtures';

test('each of the seven steps is one press away, and the next one is said in words', async () => {
  const { user } = await show();
  const steps = within(screen.getByRole('navigation', { name: 'Шаги маршрута' })).getAllByRole('link');
  expect(steps).toHaveLength(7);
  expect(steps[4]).toHaveAttribute('aria-current', 'step');
  await user.click(steps[6]!);
  expect(screen.getByRole('heading', { name: 'Шаг 7. Рефлексивный анализ' })).toHaveFocus();
  const next = screen.getByRole('region', { name: 'Следующий шаг' });
  expect(within(next).getByText(/Курс «Оценивание»/)).toBeInTheDocument();
  expect(within(next).getByRole('button', { name: 'Перейти к рефлексии' })).toBeInTheDocument();
});

test('a correction keeps all areas and difficulties of an activity', async () => {
  const sent: { activities: { areaCodes: string[]; findingIds: string[] }[] }[] = [];
  server.use(
    http.post('*/api/v1/routes/r1/correct', async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[number]);
      return HttpResponse.json({ id: 'r1', status: 'InProgress', version: 8, warnings: [] });
    }),
    http.get('*/api/v1/routes/r1/goals', () => HttpResponse.json([])),
  );
  const findings = [deficit, { ...deficit, id: 'f2', areaCode: 'ict', text: 'Мало цифровых приёмов' }];
  const { user } = await show({ ...route, findings, activities: [{ ...activity, areaCodes: ['methods', 'ict'], findingIds: ['f1', 'f2'] }] });
  await user.click(screen.getByRole('button', { name: 'Корректировать' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Что изменилось/), 'Новый стандарт');
  await user.click(within(dialog).getByRole('button', { name: 'Корректировать' }));
  await waitFor(() => expect(sent[0]?.activities[0]).toMatchObject({ areaCodes: ['methods', 'ict'], findingIds: ['f1', 'f2'] }));
});

test('a day outside the route is refused at its field, with the days that are possible', async () => {
  server.use(http.get('*/api/v1/routes/r1/goals', () => HttpResponse.json([])));
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Корректировать' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/Что изменилось/), 'Позже');
  const day = await within(dialog).findByLabelText(/Последний день/);
  await waitFor(() => expect(day).not.toHaveAttribute('readonly'));
  await user.clear(within(dialog).getByLabelText(/Последний день/));
  await user.type(within(dialog).getByLabelText(/Последний день/), '01.01.2040');
  await user.click(within(dialog).getByRole('button', { name: 'Корректировать' }));
  expect(await within(dialog).findAllByText(/в пределах срока маршрута, 01.09.2024 – 31.08.2029/)).not.toHaveLength(0);
});

test('a level is a whole number of the scale', async () => {
  const { user } = await show();
  await user.click(within(screen.getByText(deficit.text).closest('section')!).getByRole('button', { name: 'Изменить' }));
  const dialog = await screen.findByRole('dialog');
  const level = await within(dialog).findByLabelText(/Уровень до/);
  await user.clear(level);
  await user.type(level, '40,5');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  expect(await within(dialog).findAllByText(/целое число от 0 до 100/)).not.toHaveLength(0);
});
