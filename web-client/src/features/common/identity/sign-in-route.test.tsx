import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Auth } from '@/app/auth';
import { held } from '@/testing/me';
import { renderRoute } from '@/testing/render-route';
import { http, problem, server } from '@/testing/server';

const mentee = { personId: 'p', assignments: [held('IntegratingSystem')] };
const session = (answer: () => Promise<boolean>) => {
  const restore = vi.fn(answer);
  return { restore, auth: { restore } as unknown as Auth };
};

beforeEach(() => server.use(http.get('*/api/v1/demo-accounts', () => problem(404))));

test('whoever is signed in and opens the sign-in page lands on their own work', async () => {
  const { auth } = session(() => Promise.resolve(true));
  const { address } = await renderRoute('/signin', mentee, auth);
  expect(address()).toBe('/profile');
});

test('whoever is not signs in there', async () => {
  const { auth } = session(() => Promise.resolve(false));
  const { address } = await renderRoute('/signin', {}, auth);
  expect(await screen.findByRole('heading', { name: 'Вход' })).toBeVisible();
  expect(address()).toBe('/signin');
});

test('the page opens though the server does not answer', async () => {
  const { auth } = session(() => Promise.reject(new TypeError('no connection')));
  await renderRoute('/signin', {}, auth);
  expect(await screen.findByRole('heading', { name: 'Вход' })).toBeVisible();
});

test('whoever is sent there by the server is not asked again', async () => {
  const { auth, restore } = session(() => Promise.resolve(false));
  const { address } = await renderRoute('/signin?returnUrl=%2Fhangfire', {}, auth);
  expect(restore).not.toHaveBeenCalled();
  expect(address()).toContain('/signin');
});

test('whoever wants a page and has to sign in first is asked once, and the page is remembered outside the address', async () => {
  const { auth, restore } = session(() => Promise.resolve(false));
  const { address } = await renderRoute('/help?topic=meetings', {}, auth);
  expect(await screen.findByRole('heading', { name: 'Вход' })).toBeVisible();
  expect(address()).toBe('/signin');
  expect(restore).toHaveBeenCalledTimes(1);
});
