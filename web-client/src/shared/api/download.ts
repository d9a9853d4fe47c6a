import { send } from './client';

/** File name from a Content-Disposition header; RFC 5987 `filename*` wins over `filename`. */
export function fileName(disposition: string | null): string | undefined {
  const encoded = disposition?.match(/filename\*=(?:UTF-8'')?([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded.trim().replace(/^"|"$/g, ''));
  return disposition?.match(/filename="?([^";]+)"?/i)?.[1];
}

/** Fetches a file as the signed-in user and hands it to the browser's download. */
export async function download(path: string, fallbackName: string): Promise<void> {
  const response = await send(new Request(new URL(path, location.origin)));
  saveFile(
    await response.blob(),
    fileName(response.headers.get('content-disposition')) ?? fallbackName,
  );
}

export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken its own reference by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
