import { useState } from 'react';
import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { psychology, psychologyActs, type Pulse } from './api';

const PulseDialog = dialogLater(async () => (await import('./pulse-dialog')).PulseDialog);

/** The climate: anonymous pulses, shown as sums of at least five answers and never otherwise. */
export function Climate({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('psychology');
  const client = useQueryClient();
  const pulses = useQuery(psychology.pulses(organizationId));
  const [opening, setOpening] = useState(false);
  const [closing, setClosing] = useState<Pulse>();

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('pulse.about')}
        </Text>
        <Button disabled={pulses.data?.some(({ status }) => status === 'Open') ?? true} onClick={() => setOpening(true)}>
          {t('pulse.open')}
        </Button>
      </Group>
      <Loaded query={pulses}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('pulse.none')} text={t('pulse.noneText')} />}
            <Stack gap="sm">
              {all.map((pulse, index) => (
                <Card
                  key={pulse.id}
                  pulse={pulse}
                  before={all.slice(index + 1).find(({ results }) => results)}
                  onClose={() => setClosing(pulse)}
                />
              ))}
            </Stack>
          </>
        )}
      </Loaded>
      <PulseDialog organizationId={organizationId} opened={opening} onClose={() => setOpening(false)} />
      <ConfirmDialog
        opened={closing !== undefined}
        onClose={() => setClosing(undefined)}
        title={t('pulse.closeTitle')}
        confirmLabel={t('pulse.close')}
        onConfirm={async () => {
          if (!closing) return;
          await psychologyActs.closePulse(organizationId, closing.id);
          await client.invalidateQueries({ queryKey: psychology.all });
        }}
      >
        <Text size="sm">{t('pulse.closeText')}</Text>
      </ConfirmDialog>
    </>
  );
}

type CardProps = { pulse: Pulse; before: Pulse | undefined; onClose: () => void };

function Card({ pulse, before, onClose }: CardProps) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const { title, audience, openedOn, closesOn, status, invited, answers, hidden, results } = pulse;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <StatusTag tone={status === 'Open' ? 'wait' : 'ok'}>{t(`pulseStatus.${status}`)}</StatusTag>
          </Group>
          <Text size="sm" c="dimmed">
            {[
              t(`audience.${audience}`),
              t('pulse.term', { from: format.date(openedOn), to: format.date(closesOn) }),
              t('pulse.answers', { answers: format.number(answers), invited: format.number(invited) }),
            ].join(' · ')}
          </Text>
        </div>
        {status === 'Open' && (
          <Button variant="default" className="no-print" onClick={onClose}>
            {t('pulse.close')}
          </Button>
        )}
      </Group>
      {status === 'Open' && (
        <Text size="sm" mt="xs">
          {t('pulse.wait')}
        </Text>
      )}
      {hidden && (
        <Text size="sm" mt="xs">
          {t('pulse.hidden')}
        </Text>
      )}
      {results && <Results results={results} before={before?.results ?? []} />}
    </Paper>
  );
}

type Result = NonNullable<Pulse['results']>[number];

function Results({ results, before }: { results: readonly Result[]; before: readonly Result[] }) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const statements = useDictionary('pulse-statement');
  const mean = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table mt="xs" aria-label={t('pulse.results')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('pulse.statement')}</Table.Th>
            <Table.Th scope="col" ta="end">
              {t('pulse.mean')}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {t('pulse.before')}
            </Table.Th>
            <Table.Th scope="col">{t('pulse.counts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.map(({ statement, mean: now, counts }) => {
            const earlier = before.find((one) => one.statement === statement);
            return (
              <Table.Tr key={statement}>
                <Table.Th scope="row" fw={400}>
                  {statements.name(statement)}
                </Table.Th>
                <Table.Td ta="end">{mean(now)}</Table.Td>
                <Table.Td ta="end">{earlier ? mean(earlier.mean) : '—'}</Table.Td>
                <Table.Td>{counts.join(' · ')}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
