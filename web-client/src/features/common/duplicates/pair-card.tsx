import { Badge, Button, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Pair, Side } from './api';
import { Posts } from './posts';

type Props = { pair: Pair; onCompare: () => void };

/** Two records side by side: what they have in common, where each works. */
export function PairCard({ pair, onCompare }: Props) {
  const { t } = useTranslation('duplicates');
  return (
    <Paper withBorder p="md" component="article" aria-label={pair.first.name}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {[pair.first, pair.second].map((side) => (
          <Record key={side.personId} side={side} />
        ))}
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="xs">
        <Group gap={6}>
          {pair.reasons.map((reason) => (
            <Badge key={reason} variant="light" tt="none">
              {t(`reason.${reason}`)}
            </Badge>
          ))}
        </Group>
        {pair.withinReach ? (
          <Button variant="default" onClick={onCompare}>
            {t('compare')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('askRegion')}
          </Text>
        )}
      </Group>
    </Paper>
  );
}

function Record({ side }: { side: Side }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  return (
    <div>
      <Text fw={600}>{side.name}</Text>
      <Text size="sm" c="dimmed">
        {side.birthDate ? t('born', { date: format.date(side.birthDate) }) : t('bornUnknown')}
        {' · '}
        {t(side.hasAccount ? 'account' : 'noAccount')}
      </Text>
      <Posts posts={side.posts} />
    </div>
  );
}
