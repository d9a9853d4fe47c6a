import { afterEach, expect, test, vi } from 'vitest';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { activeAssignment } from './active-assignment';
import { api, data } from './client';
import { fileName } from './download';
import { ApiError } from './problem';
import { setProveIdentity } from './prove-identity';
import { setSession } from './session';

const signedIn = { accessToken: () => 'old', renew: async () => 'new', onExpired: vi.fn() };
const me = { accountId: '1', name: 'Ким', email: 'k@x', assignments: [], permissions: [] };

afterEach(() => {
  vi.clearAllMocks();
  setSession({ ...signedIn, accessToken: () => undefined });
});

test('sends who asks, in which role and in which language', async () => {
  setSession(signedIn);
  activeAssignment.set('a1');
  let headers = new Headers();
  server.use(
    http.get('*/api/v1/me', ({ request }) => {
      headers = request.headers;
      return HttpResponse.json(me);
    }),
  );

  await data(api.GET('/api/v1/me'));
  expect(headers.get('authorization')).toBe('Bearer old');
  expect(headers.get('mentoring-assignment')).toBe('a1');
  expect(headers.get('accept-language')).toBe('ru');
});

test('an expired access token is renewed and the request sent again with its body', async () => {
  setSession(signedIn);
  const bodies: unknown[] = [];
  server.use(
    http.post('*/api/v1/session', async ({ request }) => {
      bodies.push(await request.json());
      const fresh = request.headers.get('authorization') === 'Bearer new';
      return fresh ? new HttpResponse(null, { status: 204 }) : problem(401);
    }),
  );

  const body = { email: 'k@x', password: 'p' };
  await data(api.POST('/api/v1/session', { body }));
  expect(bodies).toEqual([body, body]);
});

test('a session that cannot be renewed is reported once and the request fails', async () => {
  setSession({ ...signedIn, renew: async () => undefined });
  server.use(http.get('*/api/v1/me', () => problem(401)));

  await expect(data(api.GET('/api/v1/me'))).rejects.toMatchObject({ status: 401 });
  expect(signedIn.onExpired).toHaveBeenCalledOnce();
});

test('an answer that is no problem document still becomes an ApiError', async () => {
  server.use(http.get('*/api/v1/me', () => new HttpResponse('<html>', { status: 502 })));
  const failure = await data(api.GET('/api/v1/me')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApiError);
  expect(failure).toMatchObject({ status: 502 });
});

test.each([
  ["attachment; filename=list.csv; filename*=UTF-8''%D0%9F%D0%B0%D1%80%D1%8B.csv", 'Пары.csv'],
  ['attachment; filename="people 2026.csv"', 'people 2026.csv'],
  ['attachment', undefined],
  [null, undefined],
])('file name of %s', (disposition, name) => expect(fileName(disposition)).toBe(name));

test('what the server takes as a signature is sent again, with its body, once the user has proved who they are', async () => {
  setSession(signedIn);
  const bodies: unknown[] = [];
  let proved = false;
  server.use(
    http.post('*/consents/revoke', async ({ request }) => {
      bodies.push(await request.json());
      return proved ? HttpResponse.json({ status: 'Draft', version: 2, noticeUntil: null }) : problem(409, { code: 'session.confirm-first' });
    }),
  );
  const revoke = () => data(
    api.POST('/api/v1/programs/{programId}/consents/revoke', {
      params: { path: { programId: 'p1' } },
      body: { reason: 'r' },
    }),
  );

  setProveIdentity(() => Promise.resolve(false));
  await expect(revoke()).rejects.toMatchObject({ code: 'session.confirm-first' });
  expect(bodies).toHaveLength(1);

  setProveIdentity(() => {
    proved = true;
    return Promise.resolve(true);
  });
  await revoke();
  expect(bodies).toEqual([{ reason: 'r' }, { reason: 'r' }, { reason: 'r' }]);
});
