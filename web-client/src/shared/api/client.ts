import createClient from 'openapi-fetch';
import { activeAssignment } from './active-assignment';
import { proveIdentity } from './prove-identity';
import { ApiError, toProblem } from './problem';
import type { paths } from './schema';
import { session } from './session';

function identify(request: Request, token: string | undefined) {
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  const assignment = activeAssignment.get();
  if (assignment) request.headers.set(activeAssignment.header, assignment);
  request.headers.set('Accept-Language', document.documentElement.lang || 'ru');
  return request;
}

/**
 * Sends a request as the signed-in user, renews an expired access token once, lets the user prove
 * who they are where a signature asks for it, and throws `ApiError` for every other failure.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const token = session().accessToken();
  // `globalThis.fetch` is looked up at every call: tests replace it after this module is loaded.
  let response = await globalThis.fetch(identify(request, token));

  if (response.status === 401 && token) {
    const renewed = await session().renew();
    if (renewed) response = await globalThis.fetch(identify(again.clone(), renewed));
    else session().onExpired();
  }
  if (response.ok) return response;

  const problem = await toProblem(response);
  if (problem.code === 'session.confirm-first' && (await proveIdentity())) return send(again);
  throw new ApiError(problem);
}

export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });

/** Unwraps openapi-fetch's answer; failures have been thrown by `send`. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
