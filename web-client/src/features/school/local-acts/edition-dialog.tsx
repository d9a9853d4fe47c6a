import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/shared/ui/failure';
import { ActPaper } from './act-paper';
import { acts } from './api';

type Props = { actId: string; edition: number | undefined; onClose: () => void };

/** An earlier text of an act. */
export function EditionDialog({ actId, edition, onClose }: Props) {
  const { t } = useTranslation('local-acts');
  return (
    <Modal opened={edition !== undefined} onClose={onClose} size="xl" title={t('history.edition', { number: edition ?? 0 })}>
      {edition !== undefined && <Edition actId={actId} edition={edition} />}
    </Modal>
  );
}

function Edition({ actId, edition }: { actId: string; edition: number }) {
  const { data, error } = useQuery(acts.edition(actId, edition));
  if (error) return <Failure error={error} />;
  return data ? <ActPaper blocks={data.blocks} label={data.title} /> : null;
}
