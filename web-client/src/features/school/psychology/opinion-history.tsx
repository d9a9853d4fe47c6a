import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Loaded } from '@/shared/ui/loaded';
import { psychology, type Pair } from './api';

type Props = { organizationId: string; pair: Pair | undefined; onClose: () => void };

/** Everything that was said about a pair. */
export function OpinionHistory({ organizationId, pair, onClose }: Props) {
  const { t } = useTranslation('psychology');
  return (
    <Modal opened={pair !== undefined} onClose={onClose} title={t('pairs.history')}>
      {pair && <Entries organizationId={organizationId} pair={pair} />}
    </Modal>
  );
}

function Entries({ organizationId, pair }: { organizationId: string; pair: Pair }) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const history = useQuery(psychology.history(organizationId, pair.mentorId, pair.menteeId));
  return (
    <Loaded query={history}>
      {(entries) => (
        <Stack gap="sm">
          {entries.map((entry) => (
            <div key={entry.number}>
              <Text fw={600}>
                {format.date(entry.givenOn)}
                {entry.opinion && ` · ${t(`opinion.${entry.opinion}`)}`}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {entry.ground}
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
