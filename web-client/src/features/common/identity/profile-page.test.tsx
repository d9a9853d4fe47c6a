import { Suspense } from 'react';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ProfilePage } from './profile-page';

const uri = 'otpauth://totp/Mentoring:kim%40x.ru?secret=JBSWY3DPEHPK3PXP&issuer=Mentoring';
const done = () => new HttpResponse(null, { status: 204 });

/** The account as the server holds it, and what was sent to it. */
async function open(twoFactorEnabled = false) {
  const account = { twoFactorEnabled };
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () =>
      HttpResponse.json({ accountId: '1', name: 'Ким Анна', email: 'kim@x.ru', assignments: [], permissions: [], ...account }),
    ),
    http.get('*/api/v1/me/sessions', () => HttpResponse.json([])),
    http.post('*/api/v1/me/totp', () => HttpResponse.json({ secret: 'JBSWY3DPEHPK3PXP', uri })),
    http.put('*/api/v1/me/totp', async ({ request }) => {
      const body = (await request.json()) as { code: string };
      sent.push(body);
      if (body.code === '000000') return problem(400, { errors: { '/code': ['Код неверен.'] } });
      account.twoFactorEnabled = true;
      return done();
    }),
    http.delete('*/api/v1/me/totp', ({ request }) => {
      sent.push(new URL(request.url).searchParams.get('code'));
      account.twoFactorEnabled = false;
      return done();
    }),
  );
  const onSignIn = vi.fn();
  const view = await renderUi(
    <main>
      <Suspense>
        <ProfilePage onSignIn={onSignIn} />
      </Suspense>
    </main>,
    'identity',
  );
  await screen.findByRole('heading', { name: 'Ким Анна' });
  return { ...view, sent, onSignIn };
}

test('a new password is set once the current one is right, and ends in a new sign-in', async () => {
  const sent: unknown[] = [];
  server.use(
    http.put('*/api/v1/me/password', async ({ request }) => {
      sent.push(await request.json());
      return sent.length > 1 ? done() : problem(400, { errors: { '/current': ['Это не ваш текущий пароль.'] } });
    }),
  );
  const { user, container, onSignIn } = await open();
  await user.click(screen.getByRole('button', { name: 'Сменить пароль' }));
  await user.click(screen.getByRole('button', { name: 'Сменить пароль' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Исправьте 2 ошибки');
  expect(sent).toEqual([]);

  const current = screen.getByLabelText(/^Текущий пароль/);
  await user.type(current, 'guess');
  await user.type(screen.getByLabelText(/^Новый пароль/), 'another horse battery{Enter}');
  await waitFor(() => expect(current).toHaveAccessibleDescription('Это не ваш текущий пароль.'));
  expect(await axeFaults(container)).toEqual([]);

  await user.clear(current);
  await user.type(current, 'old horse battery{Enter}');
  expect(await screen.findByText(/войдите с новым паролем/)).toBeInTheDocument();
  expect(sent[1]).toEqual({ current: 'old horse battery', password: 'another horse battery' });
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

test('two-factor sign-in is on only after a code of the application', async () => {
  const { user, container, sent } = await open();
  expect(screen.getByText('Выключен')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Включить' }));

  expect(await screen.findByRole('img', { name: /QR-код/ })).toBeInTheDocument();
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /на этом устройстве/ })).toHaveAttribute('href', uri);
  expect(await axeFaults(container)).toEqual([]);

  const code = screen.getByLabelText(/^Код из приложения/);
  await user.type(code, '12{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Введите шесть цифр');
  expect(sent).toEqual([]);
  await user.clear(code);
  await user.type(code, '000000{Enter}');
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Код неверен.'));
  await user.clear(code);
  await user.type(code, '123456{Enter}');

  expect(await screen.findByText('Включён')).toBeInTheDocument();
  expect(screen.getByText('Двухфакторный вход включён.').closest('[role=status]')).toHaveFocus();
  expect(screen.queryByRole('img', { name: /QR-код/ })).not.toBeInTheDocument();
  expect(sent).toEqual([{ code: '000000' }, { code: '123456' }]);
});

test('turning it off takes a last code', async () => {
  const { user, container, sent } = await open(true);
  await user.click(screen.getByRole('button', { name: 'Отключить' }));
  await user.type(screen.getByLabelText(/чтобы отключить/), '654321');
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Отключить двухфакторный вход' }));
  expect(await screen.findByText('Выключен')).toBeInTheDocument();
  expect(sent).toEqual(['654321']);
});
