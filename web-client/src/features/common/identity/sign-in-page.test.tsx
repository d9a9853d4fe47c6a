import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { safeReturnUrl } from './return-url';
import { SignInPage } from './sign-in-page';

const returnUrl = '/connect/authorize?client_id=mentoring-spa';
const goTo = vi.fn();
const created = () => new HttpResponse(null, { status: 204 });
const demo = { email: 'm@demo', password: 'p1', name: 'Сафина Г. Р.', role: 'Mentor', organization: 'Школа № 12' };

/** Answers of POST /session in turn, and what was sent. */
function onSession(...answers: (() => Response)[]) {
  const sent: unknown[] = [];
  server.use(
    http.post('*/api/v1/session', async ({ request }) => {
      sent.push(await request.json());
      return answers[sent.length - 1]!() as HttpResponse<null>;
    }),
  );
  return sent;
}

async function open() {
  const view = await renderUi(<SignInPage returnUrl={returnUrl} goTo={goTo} />, 'identity');
  const fill = async (email: string, password: string) => {
    await view.user.type(screen.getByLabelText('Электронная почта'), email);
    await view.user.type(screen.getByLabelText('Пароль'), `${password}{Enter}`);
  };
  return { ...view, fill };
}

beforeEach(() => {
  goTo.mockReset();
  server.use(http.get('*/api/v1/demo-accounts', () => problem(404)));
});

test('signs in and goes on to where the server was', async () => {
  const sent = onSession(created);
  const { fill } = await open();
  await fill('kim@x.ru', 'secret');
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith(returnUrl));
  expect(sent).toEqual([{ email: 'kim@x.ru', password: 'secret' }]);
});

test('asks for what is missing before it sends anything', async () => {
  const { user, container } = await open();
  await user.click(screen.getByRole('button', { name: 'Войти' }));
  expect(await screen.findByText('Заполните поле «Электронная почта»')).toBeInTheDocument();
  expect(screen.getByText('Заполните поле «Пароль»')).toBeInTheDocument();
  expect(screen.getByLabelText('Электронная почта')).toHaveFocus();
  expect(await axeFaults(container)).toEqual([]);
});

test('asks for the code when the account has one, and sends all three together', async () => {
  const sent = onSession(
    () => problem(409, { code: 'session.code-required' }),
    () => problem(400, { code: 'session.wrong-credentials' }),
    created,
  );
  const { user, fill } = await open();
  await fill('kim@x.ru', 'secret');

  const code = await screen.findByLabelText('Код подтверждения');
  expect(code).toHaveFocus();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.type(code, '12{Enter}');
  expect(await screen.findByText('Введите шесть цифр')).toBeInTheDocument();

  await user.type(code, '3456{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/Код не подошёл/);
  await user.clear(code);
  await user.type(code, '654321{Enter}');
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledOnce());
  expect(sent.slice(1)).toEqual([
    { email: 'kim@x.ru', password: 'secret', code: '123456' },
    { email: 'kim@x.ru', password: 'secret', code: '654321' },
  ]);
});

test('another account can be tried from the code step', async () => {
  onSession(() => problem(409, { code: 'session.code-required' }));
  const { user, fill } = await open();
  await fill('kim@x.ru', 'secret');
  await user.click(await screen.findByRole('button', { name: 'Войти под другой учётной записью' }));
  expect(screen.getByLabelText('Электронная почта')).toHaveValue('');
});

test.each([
  ['session.wrong-credentials', 'Invalid.', /Почта или пароль не подошли/],
  ['session.locked-out', 'Вход закрыт до 10:40.', 'Вход закрыт до 10:40.'],
])('%s is explained and takes focus', async (code, detail, words) => {
  onSession(() => problem(400, { code, detail }));
  const { fill } = await open();
  await fill('kim@x.ru', 'wrong');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(words);
  expect(alert).toHaveFocus();
  expect(goTo).not.toHaveBeenCalled();
});

test('a demonstration account signs in with one click', async () => {
  server.use(http.get('*/api/v1/demo-accounts', () => HttpResponse.json([demo])));
  const sent = onSession(created);
  const { user } = await open();
  await user.click(within(await screen.findByRole('region', { name: 'Школа № 12' })).getByRole('button', { name: /Наставник/ }));
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ email: 'm@demo', password: 'p1' }]);
});

test('the accounts of a demonstration stand by school', async () => {
  const accounts = [demo, { ...demo, email: 'a@demo', role: 'RegionalAnalyst', organization: 'Тульская область' }, { ...demo, email: 'h@demo', role: 'Head' }];
  server.use(http.get('*/api/v1/demo-accounts', () => HttpResponse.json(accounts)));
  await open();
  const school = within(await screen.findByRole('region', { name: 'Школа № 12' }));
  expect(school.getAllByRole('button')).toHaveLength(2);
  expect(within(screen.getByRole('region', { name: 'Тульская область' })).getAllByRole('button')).toHaveLength(1);
});

test('opened by its own address, it says nothing of a wrong one', async () => {
  onSession(created);
  const { user } = await renderUi(<SignInPage returnUrl={undefined} goTo={goTo} />, 'identity');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Электронная почта'), 'kim@x.ru');
  await user.type(screen.getByLabelText('Пароль'), 'secret{Enter}');
  await vi.waitFor(() => expect(goTo).toHaveBeenCalledExactlyOnceWith('/'));
});

test('a return address of somebody else is told', async () => {
  await renderUi(<SignInPage returnUrl="https://evil.example/" goTo={goTo} />, 'identity');
  expect(screen.getByRole('alert')).toBeVisible();
});

test('who forgot the password asks for a link, and is told the same whether there is an account', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/accounts/password/recover', async ({ request }) => {
      sent = await request.json();
      return new HttpResponse(null, { status: 202 });
    }),
  );
  const { user, container } = await open();
  await user.click(screen.getByRole('button', { name: 'Забыли пароль?' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Новый пароль' }));
  await user.type(dialog.getByLabelText(/Электронная почта/), ' kim@x.ru ');
  await user.click(dialog.getByRole('button', { name: 'Прислать ссылку' }));
  expect(await screen.findByRole('status')).toHaveTextContent(/Если такая учётная запись есть/);
  expect(sent).toEqual({ email: 'kim@x.ru' });
  expect(await axeFaults(container)).toEqual([]);
});

test.each([
  ['/connect/authorize?a=1', '/connect/authorize?a=1'],
  ['/hangfire', '/hangfire'],
  ['/connect/../evil', undefined],
  ['/hangfire/../evil', undefined],
  ['//evil.example/connect/', undefined],
  ['/\\evil.example/connect/', undefined],
  ['https://evil.example/connect/', undefined],
  ['/today', undefined],
  [undefined, undefined],
])('return address %s leads to %s', (value, expected) => expect(safeReturnUrl(value)).toBe(expected));
