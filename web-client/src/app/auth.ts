import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { activeAssignment } from '@/shared/api/active-assignment';
import { setSession } from '@/shared/api/session';

type SignInState = { returnTo: string };

/** Tokens live in memory only; what must survive the redirect (PKCE verifier, return address) is in the tab. */
const manager = new UserManager({
  authority: location.origin,
  client_id: 'mentoring-spa',
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/`,
  response_type: 'code',
  scope: 'openid profile offline_access mentoring',
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
  redirectMethod: 'replace',
  automaticSilentRenew: false,
});

let user: User | null = null;
let onExpired = () => {};

manager.events.addUserLoaded((loaded) => {
  user = loaded;
});

let renewal: Promise<string | undefined> | undefined;

/** One renewal at a time, whoever asks: the server takes a second use of a refresh token for theft. */
function renew() {
  renewal ??= manager
    .signinSilent()
    .then((renewed) => renewed?.access_token)
    .catch(() => undefined)
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

manager.events.addAccessTokenExpiring(() => void renew());

setSession({
  accessToken: () => user?.access_token,
  renew,
  onExpired: () => onExpired(),
});

export const auth = {
  isSignedIn: () => user !== null,

  /** Leaves the page for the server, which answers at once when its own session is alive. */
  async signIn(returnTo: string): Promise<never> {
    await manager.signinRedirect({ state: { returnTo } satisfies SignInState });
    return new Promise<never>(() => {});
  },

  /** Trades the code in the address for tokens. @returns where the user was going */
  async completeSignIn(): Promise<string> {
    user = await manager.signinRedirectCallback();
    return (user.state as SignInState | undefined)?.returnTo ?? '/';
  },

  async signOut() {
    activeAssignment.set(undefined);
    await manager.signoutRedirect();
  },

  set onExpired(handler: () => void) {
    onExpired = handler;
  },
};

export type Auth = typeof auth;
