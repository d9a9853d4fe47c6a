import { useEffect, useRef, useState } from 'react';
import { setProveIdentity } from '@/shared/api/prove-identity';
import { dialogLater } from '@/shared/ui/later';

const ProofDialog = dialogLater(async () => (await import('./proof-dialog')).ProofDialog);

/** What is signed asks for the password again, and goes on afterwards. */
export function ProveIdentity() {
  const answer = useRef<(proved: boolean) => void>(undefined);
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    setProveIdentity(() => {
      answer.current?.(false);
      setAsking(true);
      return new Promise<boolean>((resolve) => {
        answer.current = resolve;
      });
    });
    return () => setProveIdentity(() => Promise.resolve(false));
  }, []);

  const finish = (proved: boolean) => {
    setAsking(false);
    answer.current?.(proved);
    answer.current = undefined;
  };

  return <ProofDialog opened={asking} onClose={() => finish(false)} onProved={() => finish(true)} />;
}
