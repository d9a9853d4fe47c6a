/**
 * The address to go on to after sign-in: only the server's own pages that ask for a session
 * (the authorize endpoint, the dashboard of jobs), so that a crafted link cannot send a freshly
 * signed-in user elsewhere.
 */
export function safeReturnUrl(value: string | undefined, origin = location.origin): string | undefined {
  if (!value?.startsWith('/')) return undefined;
  const url = new URL(value, origin);
  const asksForSession = url.pathname.startsWith('/connect/') || url.pathname === '/hangfire';
  const isOurs = url.origin === origin && asksForSession;
  return isOurs ? url.pathname + url.search : undefined;
}
