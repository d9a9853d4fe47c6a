/** Who calls: filled by the app once sign-in is set up, so that `shared` knows nothing of OIDC. */
export type Session = {
  accessToken: () => string | undefined;
  /** Trades the refresh token for a new access token; undefined when the session is over. */
  renew: () => Promise<string | undefined>;
  /** The session ended and could not be renewed. */
  onExpired: () => void;
};

const signedOut: Session = {
  accessToken: () => undefined,
  renew: () => Promise.resolve(undefined),
  onExpired: () => {},
};

let current = signedOut;

export const session = () => current;
export const setSession = (next: Session) => {
  current = next;
};
