import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { proveIdentity } from '@/shared/api/prove-identity';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ProveIdentity } from './prove-identity';

test('the password is asked for, then a code where the account wants one', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/session/confirm', async ({ request }) => {
      const body = (await request.json()) as { code?: string };
      sent.push(body);
      return body.code ? new HttpResponse(null, { status: 204 }) : problem(409, { code: 'session.code-required' });
    }),
  );
  const { user } = await renderUi(<ProveIdentity />, 'identity');
  const proved = proveIdentity();
  const dialog = await screen.findByRole('dialog', { name: 'Подтвердите, что это вы' });
  await user.type(await screen.findByLabelText(/^Пароль/), 'correct horse battery{Enter}');
  await user.type(await screen.findByLabelText(/^Код подтверждения/), '123456');
  expect(await axeFaults(dialog)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await proved).toBe(true);
  expect(sent[1]).toEqual({ password: 'correct horse battery', code: '123456' });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('a wrong password is told, and leaving the question signs nothing', async () => {
  server.use(http.post('*/api/v1/session/confirm', () => problem(400, { code: 'session.wrong-credentials', detail: 'Неверны почта, пароль или код.' })));
  const { user } = await renderUi(<ProveIdentity />, 'identity');
  const proved = proveIdentity();
  await user.type(await screen.findByLabelText(/^Пароль/), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  expect(await proved).toBe(false);
});
