import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { planActs } from './plan-acts';
import cls from './program-page.module.css';
import type { Program } from './types';
import { useAct } from './use-act';

type Status = Program['pilot'];
type Step = Exclude<Status, 'None'>;
const tones: Record<Status, Tone> = { None: 'off', Running: 'wait', Adopted: 'ok', Rejected: 'risk' };
const steps: Record<Status, readonly Step[]> = {
  None: ['Running'],
  Running: ['Adopted', 'Rejected'],
  Adopted: [],
  Rejected: [],
};

/** A new kind of program is tried before it is used widely: the council says so and concludes. */
export function Pilot({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const { act, dialog } = useAct();
  const [asking, setAsking] = useState<Step>();
  const { id, version, pilot, pilotNote, actions } = program;
  const offered = actions.includes('SetPilot') ? steps[pilot] : [];
  const to = asking ?? 'Running';

  return (
    <section className={cls.card} aria-labelledby="pilot">
      <Title order={2} id="pilot" mb="xs">
        {t('pilot.title')}
      </Title>
      <StatusTag tone={tones[pilot]}>{t(`pilot.status.${pilot}`)}</StatusTag>
      {pilotNote && <p className={cls.text}>{pilotNote}</p>}
      <Group gap="xs" mt="sm">
        {offered.map((one) => (
          <Button key={one} size="compact-sm" variant="default" onClick={() => setAsking(one)}>
            {t(`pilot.act.${one}`)}
          </Button>
        ))}
      </Group>
      <ConfirmDialog
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(`pilot.act.${to}`)}
        confirmLabel={t('pilot.confirm')}
        askReason
        onConfirm={(note) => act(() => planActs.setPilot(id, { version, pilot: to, note }))}
      >
        <Text>{t(`pilot.text.${to}`)}</Text>
      </ConfirmDialog>
      {dialog}
    </section>
  );
}
