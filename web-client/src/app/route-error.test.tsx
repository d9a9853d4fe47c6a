import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ApiError } from '@/shared/api/problem';
import { renderPage } from '@/testing/render-page';
import { renderRoute } from '@/testing/render-route';
import { RouteError } from './route-error';

const fail = (error: Error) => renderPage(<RouteError error={error} reset={() => undefined} />);

test('an address that lacks a part says so, and nothing of the connection', async () => {
  await renderRoute('/programs/new', { permissions: ['ProgramWrite'] });
  expect(await screen.findByText(/В адресе чего-то не хватает/)).toBeVisible();
  expect(screen.queryByText(/Нет связи/)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'На главную' })).toBeVisible();
});

test('an unknown address is not found', async () => {
  await renderRoute('/programms/7', {});
  expect(await screen.findByText('Страница не найдена')).toBeVisible();
});

test('no connection is told from an error of the page, and that from one of the server', async () => {
  const offline = await fail(new TypeError('Failed to fetch dynamically imported module'));
  expect(await screen.findByText(/Нет связи/)).toBeVisible();
  offline.unmount();
  const own = await fail(new TypeError("Cannot read properties of undefined (reading 'map')"));
  expect(await screen.findByText(/ошибки в ней самой/)).toBeVisible();
  own.unmount();
  await fail(new ApiError({ title: 'x', status: 500, traceId: '7' }));
  expect(await screen.findByText(/На сервере произошла ошибка/)).toBeVisible();
});
