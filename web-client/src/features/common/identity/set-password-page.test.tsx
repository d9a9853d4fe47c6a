import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { SetPasswordPage } from './set-password-page';

test('the first password goes with the token of the link, and leads to sign-in', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/accounts/password', async ({ request }) => {
      sent.push(await request.json());
      return sent.length > 1
        ? new HttpResponse(null, { status: 204 })
        : problem(400, { errors: { '/password': ['Нужно не меньше 12 знаков.'] } });
    }),
  );
  const { user, container } = await renderUi(<SetPasswordPage token="t1" />, 'identity');
  const password = screen.getByLabelText(/^Новый пароль/);
  await user.type(password, 'short{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Нужно не меньше 12 знаков.');
  expect(await axeFaults(container)).toEqual([]);

  await user.clear(password);
  await user.type(password, 'another horse battery{Enter}');
  expect(await screen.findByRole('link', { name: 'Войти' })).toHaveAttribute('href', '/');
  expect(sent[1]).toEqual({ token: 't1', password: 'another horse battery' });
});

test('a link that was used before is explained', async () => {
  server.use(
    http.post('*/api/v1/accounts/password', () =>
      problem(400, { errors: { '/token': ['Ссылка уже использована или устарела. Попросите новую.'] } }),
    ),
  );
  const { user } = await renderUi(<SetPasswordPage token="t1" />, 'identity');
  await user.type(screen.getByLabelText(/^Новый пароль/), 'another horse battery{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Ссылка уже использована');
});

test('a link without its token asks for nothing', async () => {
  await renderUi(<SetPasswordPage token={undefined} />, 'identity');
  expect(screen.getByText(/Ссылка неполная/)).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Новый пароль/)).not.toBeInTheDocument();
});

test('a link from a sheet asks for the code too, and says how many attempts are left', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/accounts/password', async ({ request }) => {
      sent.push(await request.json());
      return sent.length > 1
        ? new HttpResponse(null, { status: 204 })
        : problem(400, { code: 'invitation.code-wrong', errors: { '/code': ['Код неверен. Осталось попыток: 4.'] } });
    }),
  );
  const { user, container } = await renderUi(<SetPasswordPage token="t1" sheet />, 'identity');
  await user.type(screen.getByLabelText(/^Код/), 'WRONG234');
  await user.type(screen.getByLabelText(/^Новый пароль/), 'another horse battery{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Осталось попыток: 4');
  expect(await axeFaults(container)).toEqual([]);

  await user.clear(screen.getByLabelText(/^Код/));
  await user.type(screen.getByLabelText(/^Код/), 'abcd-efgh{Enter}');
  expect(await screen.findByRole('link', { name: 'Войти' })).toBeInTheDocument();
  expect(sent[1]).toEqual({ token: 't1', password: 'another horse battery', code: 'abcd-efgh' });
});

test('where the server asks for a code the field appears', async () => {
  server.use(http.post('*/api/v1/accounts/password', () => problem(409, { code: 'invitation.code-required', detail: 'Введите код.' })));
  const { user } = await renderUi(<SetPasswordPage token="t1" />, 'identity');
  expect(screen.queryByLabelText(/^Код/)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(/^Новый пароль/), 'another horse battery{Enter}');
  expect(await screen.findByLabelText(/^Код/)).toBeInTheDocument();
});
