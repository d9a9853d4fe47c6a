import { webcrypto } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';

const tokens = { access_token: 'a1', refresh_token: 'r1', id_token: `e30.${btoa('{"sub":"u1"}')}.x`, token_type: 'Bearer', expires_in: 600 };

/** The server: where the authorize endpoint leads, and what the token endpoint answers. */
function onServer(leadsTo: (state: string) => string) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const url = new URL(String(input));
    asked.push(url.pathname);
    if (url.pathname === '/connect/authorize') {
      expect(url.searchParams.get('prompt')).toBe('none');
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
      return { url: new URL(leadsTo(url.searchParams.get('state')!), location.origin).href } as Response;
    }
    return new Response(JSON.stringify(tokens), { headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

async function freshAuth() {
  vi.resetModules();
  return (await import('./auth')).auth;
}

beforeEach(() => {
  vi.stubGlobal('crypto', webcrypto);
  return () => vi.unstubAllGlobals();
});

test('a reload goes on with the session of the server, without leaving the page', async () => {
  const asked = onServer((state) => `/callback?code=c1&state=${state}`);
  const auth = await freshAuth();
  const { href } = location;

  expect(await Promise.all([auth.restore(), auth.restore()])).toEqual([true, true]);
  expect(await auth.restore()).toBe(true);
  expect(asked).toEqual(['/connect/authorize', '/connect/token']);
  expect(location.href).toBe(href);
  const { session } = await import('@/shared/api/session');
  expect(session().accessToken()).toBe('a1');
});

test('tokens and what leads to them live in memory only', async () => {
  onServer((state) => `/callback?code=c1&state=${state}`);
  await (await freshAuth()).restore();
  expect({ ...sessionStorage }).toEqual({});
  expect({ ...localStorage }).toEqual({});
  expect(document.cookie).toBe('');
});

test('who has no session there is not signed in, and is asked about again later', async () => {
  const asked = onServer((state) => `/callback?error=login_required&state=${state}`);
  const auth = await freshAuth();
  expect(await auth.restore()).toBe(false);
  expect(await auth.restore()).toBe(false);
  expect(asked).toEqual(['/connect/authorize', '/connect/authorize']);
});

test('a code that answers another question is refused', async () => {
  onServer(() => '/callback?code=c1&state=other');
  await expect((await freshAuth()).restore()).rejects.toThrow();
});

test('a server that fails is no reason to ask for a password', async () => {
  onServer((state) => `/callback?error=server_error&state=${state}`);
  await expect((await freshAuth()).restore()).rejects.toThrow();
});
