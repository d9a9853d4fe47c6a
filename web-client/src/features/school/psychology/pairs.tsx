import { useState } from 'react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { psychology, type Pair } from './api';
import { OpinionHistory } from './opinion-history';

const OpinionDialog = dialogLater(async () => (await import('./opinion-dialog')).OpinionDialog);

type Props = { organizationId: string; open: string | undefined };

const tones: Record<'Fits' | 'WithCare' | 'DoesNotFit', Tone> = { Fits: 'ok', WithCare: 'wait', DoesNotFit: 'risk' };
const keyOf = ({ mentorId, menteeId }: Pair) => `${mentorId}:${menteeId}`;

/** The pairs of the school with the psychologist's opinion on each. */
export function Pairs({ organizationId, open }: Props) {
  const { t } = useTranslation('psychology');
  const pairs = useQuery(psychology.pairs(organizationId));
  const [chosen, setChosen] = useState<string | undefined>(open);
  const [history, setHistory] = useState<Pair>();

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('pairs.about')}
        </Text>
        <Button onClick={() => setChosen('new')}>{t('pairs.other')}</Button>
      </Group>
      <Loaded query={pairs}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('pairs.none')} text={t('pairs.noneText')} />}
            <Stack gap="xs">
              {all.map((pair) => (
                <PairCard
                  key={keyOf(pair)}
                  pair={pair}
                  onOpinion={() => setChosen(keyOf(pair))}
                  onHistory={() => setHistory(pair)}
                />
              ))}
            </Stack>
            <OpinionDialog
              organizationId={organizationId}
              opened={chosen !== undefined}
              pair={all.find((pair) => keyOf(pair) === chosen)}
              pairs={all}
              onClose={() => setChosen(undefined)}
            />
          </>
        )}
      </Loaded>
      <OpinionHistory organizationId={organizationId} pair={history} onClose={() => setHistory(undefined)} />
    </>
  );
}

type CardProps = { pair: Pair; onOpinion: () => void; onHistory: () => void };

function PairCard({ pair, onOpinion, onHistory }: CardProps) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const methods = useDictionary('psychology-method');
  const names = `${pair.mentorName} → ${pair.menteeName}`;
  const { opinion } = pair;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Text fw={600}>{names}</Text>
          {pair.programTitle && (
            <Text size="sm" c="dimmed">
              {t('pairs.program', { title: pair.programTitle })}
            </Text>
          )}
          <StatusTag tone={opinion ? tones[opinion] : 'wait'}>{opinion ? t(`opinion.${opinion}`) : t('pairs.noOpinion')}</StatusTag>
          {pair.ground && (
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line' }}>
              {pair.ground}
            </Text>
          )}
          {pair.givenOn && (
            <Text size="xs" c="dimmed">
              {[format.date(pair.givenOn), ...pair.methods.map((code) => methods.name(code))].join(' · ')}
            </Text>
          )}
        </div>
        <Group gap="xs" className="no-print">
          {pair.version > 1 && (
            <Button variant="subtle" aria-label={`${t('pairs.history')}: ${names}`} onClick={onHistory}>
              {t('pairs.history')}
            </Button>
          )}
          <Button variant="default" aria-label={`${t(opinion ? 'pairs.revise' : 'pairs.give')}: ${names}`} onClick={onOpinion}>
            {t(opinion ? 'pairs.revise' : 'pairs.give')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
