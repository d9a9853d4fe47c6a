import { activeAssignment } from './active-assignment';
import { ApiError, toProblem } from './problem';
import { session } from './session';

type Upload = {
  path: string;
  /** A file as it is, with its type; or a form, which names its own. */
  body: File | FormData;
  contentType?: string;
  idempotencyKey: string;
  /** 0…1 of what has left this computer. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
};

/** Sends a file, by itself or in a form. `fetch` cannot tell how much has been sent, hence XMLHttpRequest. */
export async function upload<T>(what: Upload): Promise<T> {
  const token = session().accessToken();
  let response = await attempt(what, token);
  if (response.status === 401 && token) {
    const renewed = await session().renew();
    if (renewed) response = await attempt(what, renewed);
    else session().onExpired();
  }
  if (!response.ok) throw new ApiError(await toProblem(response));
  return (await response.json()) as T;
}

function attempt({ path, body, contentType, idempotencyKey, onProgress, signal }: Upload, token?: string) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    if (contentType) request.setRequestHeader('Content-Type', contentType);
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'ru');
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    const assignment = activeAssignment.get();
    if (assignment) request.setRequestHeader(activeAssignment.header, assignment);

    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve(answer(request));
    request.onerror = () => reject(new TypeError('Network request failed'));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

const answer = (request: XMLHttpRequest) =>
  new Response(request.responseText, {
    status: request.status,
    statusText: request.statusText,
    headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
  });
