import { useState } from 'react';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import { resourceActs } from './acts';
import type { Resource, ResourceRun } from './api';

const RunDialog = dialogLater(async () => (await import('./run-dialog')).RunDialog);
const PlacesDialog = dialogLater(async () => (await import('./places-dialog')).PlacesDialog, ({ run }) => run !== undefined);

const tones = { Open: 'ok', Full: 'wait', Closed: 'off', CalledOff: 'off' } as const;

type Props = {
  resource: Resource;
  mayUse: boolean;
  act: (send: () => Promise<unknown>) => Promise<unknown>;
  attempt: (send: () => Promise<unknown>, word?: string) => void;
};

type Asked = 'days' | 'places' | 'callOff' | 'giveUp';

/** When it is, how many places are free, and the reader's own place. */
export function Runs({ resource, mayUse, act, attempt }: Props) {
  const { t } = useTranslation('resources');
  const [asked, setAsked] = useState<{ what: Asked; run: ResourceRun | undefined }>();
  const { id, runs, mayManage, steps } = resource;
  const close = () => setAsked(undefined);
  const of = (what: Asked) => (asked?.what === what ? asked.run : undefined);

  return (
    <section aria-labelledby="runs">
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4" id="runs">
          {t('runs')}
        </Title>
        {steps.includes('OpenRun') && (
          <Button variant="default" onClick={() => setAsked({ what: 'days', run: undefined })}>
            {t('openRun')}
          </Button>
        )}
      </Group>
      {runs.length === 0 && <Text>{t(mayManage ? 'noRunsKept' : 'noRuns')}</Text>}
      <Stack component="ul" gap="sm" pl={0} m={0} maw={860} style={{ listStyle: 'none' }}>
        {runs.map((run) => (
          <li key={run.id}>
            <Run
              run={run}
              mayUse={mayUse}
              mayManage={mayManage}
              onTake={() => attempt(() => resourceActs.take(id, run.id), t('take'))}
              onAsk={(what) => setAsked({ what, run })}
            />
          </li>
        ))}
      </Stack>

      <RunDialog resource={resource} run={of('days')} opened={asked?.what === 'days'} onClose={close} />
      <PlacesDialog resource={resource} run={of('places')} onClose={close} />
      <ConfirmDialog
        opened={asked?.what === 'callOff'}
        onClose={close}
        title={t('callOff')}
        confirmLabel={t('callOff')}
        danger
        askReason
        onConfirm={(reason) => asked?.run && act(() => resourceActs.callOff(resource, asked.run!, reason))}
      >
        {t('callOffText')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked?.what === 'giveUp'}
        onClose={close}
        title={t('giveUp')}
        confirmLabel={t('giveUp')}
        onConfirm={() => asked?.run && act(() => resourceActs.giveUp(id, asked.run!.id))}
      >
        {t('giveUpText')}
      </ConfirmDialog>
    </section>
  );
}

type RunProps = { run: ResourceRun; mayUse: boolean; mayManage: boolean; onTake: () => void; onAsk: (what: Asked) => void };

function Run({ run, mayUse, mayManage, onTake, onAsk }: RunProps) {
  const { t } = useTranslation('resources');
  const format = useFormat();
  const { startsOn, endsOn, applyUntil, places, taken, status, hasPlace, reason } = run;
  const days = `${format.date(startsOn)} – ${format.lastDay(endsOn, startsOn)}`;
  return (
    <Paper withBorder p="md" radius="md" component="article" aria-label={days}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{days}</Text>
        <StatusTag tone={hasPlace && status !== 'CalledOff' ? 'ok' : tones[status]}>
          {hasPlace && status !== 'CalledOff' ? t('mine') : t(`standing.${status}`)}
        </StatusTag>
      </Group>
      <Text size="sm">
        {t('places', { free: format.number(places - taken), places: format.number(places) })} · {t('until', { on: format.date(applyUntil) })}
      </Text>
      {reason && <Text size="sm">{t('why', { reason })}</Text>}
      <Group gap="xs" mt="xs">
        {mayUse && status === 'Open' && !hasPlace && (
          <Button size="compact-md" onClick={onTake} aria-label={t('takeOf', { days })}>
            {t('take')}
          </Button>
        )}
        {mayUse && hasPlace && status !== 'CalledOff' && (
          <Button size="compact-md" variant="default" onClick={() => onAsk('giveUp')} aria-label={t('giveUpOf', { days })}>
            {t('giveUp')}
          </Button>
        )}
        {mayManage && (
          <Button size="compact-md" variant="default" onClick={() => onAsk('places')} aria-label={t('whoOf', { days })}>
            {t('who')}
          </Button>
        )}
        {mayManage && status !== 'CalledOff' && (
          <>
            <Button size="compact-md" variant="default" onClick={() => onAsk('days')} aria-label={t('reviseRunOf', { days })}>
              {t('reviseRun')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => onAsk('callOff')} aria-label={t('callOffOf', { days })}>
              {t('callOff')}
            </Button>
          </>
        )}
      </Group>
    </Paper>
  );
}
