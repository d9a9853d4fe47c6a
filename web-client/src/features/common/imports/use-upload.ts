import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { sendFile } from './acts';
import { imports, type Target } from './api';
import { faultOf, type FileFault } from './file-rules';

export type UploadState =
  | { step: 'choosing'; fault?: FileFault; refusal?: string; error?: unknown; file?: File }
  | { step: 'sending'; file: File; share: number };

/** Takes a chosen file to the server. The same file after a failure is the same act for the server. */
export function useUpload(target: Target, refusalOf: (file: File) => string | undefined, onSent: (id: string) => void) {
  const client = useQueryClient();
  const [state, setState] = useState<UploadState>({ step: 'choosing' });
  const stop = useRef<AbortController>(undefined);
  const tried = useRef<{ file: File; key: string }>(undefined);

  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File) => {
    const fault = faultOf(file, target.kind);
    if (fault) return setState({ step: 'choosing', fault, file });

    const refusal = refusalOf(file);
    if (refusal) return setState({ step: 'choosing', refusal, file });

    if (tried.current?.file !== file) tried.current = { file, key: crypto.randomUUID() };
    const controller = new AbortController();
    stop.current = controller;
    setState({ step: 'sending', file, share: 0 });
    try {
      const { id } = await sendFile({
        target,
        file,
        idempotencyKey: tried.current.key,
        signal: controller.signal,
        onProgress: (share) => setState({ step: 'sending', file, share }),
      });
      await client.invalidateQueries({ queryKey: imports.all() });
      onSent(id);
    } catch (error) {
      setState(controller.signal.aborted ? { step: 'choosing' } : { step: 'choosing', error, file });
    }
  };

  return { state, send: (file: File) => void send(file), cancel: () => stop.current?.abort() };
}
