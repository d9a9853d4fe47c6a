import { useCallback, useState } from 'react';

/**
 * One key for one opened form: sending it twice is one act on the server.
 * Call `next` after a success when the form stays open for another record.
 */
export function useIdempotencyKey() {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const next = useCallback(() => setKey(crypto.randomUUID()), []);
  return { header: { 'Idempotency-Key': key }, next };
}
