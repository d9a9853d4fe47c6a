import { ErrorResponse, InMemoryWebStorage, OidcClient, WebStorageStateStore, type SigninResponse } from 'oidc-client-ts';
import { activeAssignment } from '@/shared/api/active-assignment';
import { setSession } from '@/shared/api/session';

const server = `${location.origin}/connect`;

/** Nothing outlives the page: tokens and what belongs to a question on its way live in its memory alone. */
const client = new OidcClient({
  authority: location.origin,
  // Ours, and known: one question less before the first screen.
  metadata: {
    authorization_endpoint: `${server}/authorize`,
    token_endpoint: `${server}/token`,
    end_session_endpoint: `${server}/logout`,
  },
  client_id: 'mentoring-spa',
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/`,
  response_type: 'code',
  scope: 'openid profile offline_access mentoring',
  stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
});

/** Seconds before its end at which an access token is renewed. */
const AHEAD = 60;

let held: SigninResponse | undefined;
let onExpired = () => {};

function hold(tokens: SigninResponse) {
  held = tokens;
  const wait = (tokens.expires_in ?? 0) - AHEAD;
  if (wait > 0) window.setTimeout(() => void renew(), wait * 1000);
  return tokens.access_token;
}

async function refresh() {
  if (!held?.refresh_token) return undefined;
  const { refresh_token, id_token, session_state, scope, profile } = held;
  return hold(await client.useRefreshToken({ state: { refresh_token, id_token, session_state, scope, profile } }));
}

let renewal: Promise<string | undefined> | undefined;

/** One renewal at a time, whoever asks: the server takes a second use of a refresh token for theft. */
function renew() {
  renewal ??= refresh()
    .catch(() => undefined)
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

/**
 * Asks the server for a code as a browser on its way through it would, but by `fetch`: whoever has a session there is sent
 * on to an address with the code in it, and the page that asks stays and reads it.
 */
async function ask() {
  const { url } = await client.createSigninRequest({ prompt: 'none' });
  const answer = await fetch(url, { headers: { Accept: 'text/html' } });
  try {
    hold(await client.processSigninResponse(answer.url));
    return true;
  } catch (error) {
    if (error instanceof ErrorResponse && error.error === 'login_required') return false;
    throw error;
  }
}

let asking: Promise<boolean> | undefined;

setSession({
  accessToken: () => held?.access_token,
  renew,
  onExpired: () => onExpired(),
});

export const auth = {
  /** @returns whether somebody is signed in; the first time the server is asked, once for all who want to know */
  async restore(): Promise<boolean> {
    if (held) return true;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  },

  /** Begins anew at this same address: the server's own session goes on there, or else the sign-in page stands before it. */
  startAgain: () => location.reload(),

  async signOut() {
    activeAssignment.set(undefined);
    const { url } = await client.createSignoutRequest(held?.id_token ? { id_token_hint: held.id_token } : {});
    location.replace(url);
  },

  set onExpired(handler: () => void) {
    onExpired = handler;
  },
};

export type Auth = typeof auth;
