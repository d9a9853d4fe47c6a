import { useEffect, useRef, useState } from 'react';
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { setProveIdentity } from '@/shared/api/prove-identity';
import { messages } from '@/shared/i18n';

const ProofForm = later(async () => {
  const [form] = await Promise.all([import('@/features/identity/proof-form'), messages('identity')]);
  return form.ProofForm;
});

/** What is signed asks for the password again: over whatever dialog sends it, which goes on afterwards. */
export function ProveIdentity() {
  const { t } = useTranslation();
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

  return (
    <Modal opened={asking} onClose={() => finish(false)} title={t('session.prove')} size="sm" zIndex={400}>
      {asking && <ProofForm onProved={() => finish(true)} onCancel={() => finish(false)} />}
    </Modal>
  );
}
