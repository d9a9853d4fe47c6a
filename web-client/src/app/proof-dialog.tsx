import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { later } from '@/shared/ui/later';
import { messages } from '@/shared/i18n';

const ProofForm = later(async () => {
  const [form] = await Promise.all([import('@/features/common/identity/proof-form'), messages('identity')]);
  return form.ProofForm;
});

type Props = { opened: boolean; onClose: () => void; onProved: () => void };

/** Stands over whatever dialog sends what is signed. */
export function ProofDialog({ opened, onClose, onProved }: Props) {
  const { t } = useTranslation();

  return (
    <Modal opened={opened} onClose={onClose} title={t('session.prove')} size="sm" zIndex={400}>
      {opened && <ProofForm onProved={onProved} onCancel={onClose} />}
    </Modal>
  );
}
