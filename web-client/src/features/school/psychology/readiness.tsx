import { useState } from 'react';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { psychology, type Mentee } from './api';
import { scales } from './readiness-scales';

const ReadinessDialog = dialogLater(async () => (await import('./readiness-dialog')).ReadinessDialog);

type Props = { organizationId: string; open: string | undefined };

const tones: Record<'Ready' | 'WithSupport' | 'NotYet', Tone> = { Ready: 'ok', WithSupport: 'wait', NotYet: 'risk' };

/** Who is or will be a mentee, and how ready. */
export function Readiness({ organizationId, open }: Props) {
  const { t } = useTranslation('psychology');
  const people = useQuery(psychology.readiness(organizationId));
  const [chosen, setChosen] = useState<string | undefined>(open);

  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed" maw={640}>
          {t('readiness.about')}
        </Text>
        <Button onClick={() => setChosen('')}>{t('readiness.other')}</Button>
      </Group>
      <Loaded query={people}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('readiness.none')} text={t('readiness.noneText')} />}
            <Stack gap="xs">
              {all.map((person) => (
                <Card key={person.personId} person={person} onCheck={() => setChosen(person.personId)} />
              ))}
            </Stack>
            <ReadinessDialog
              organizationId={organizationId}
              opened={chosen !== undefined}
              person={all.find(({ personId }) => personId === chosen)}
              onClose={() => setChosen(undefined)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function Card({ person: { name, programs, checks }, onCheck }: { person: Mentee; onCheck: () => void }) {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const [last, ...earlier] = checks;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {t('readiness.programs', { count: programs })}
          </Text>
          <StatusTag tone={last ? tones[last.conclusion] : 'wait'}>
            {last ? t(`conclusion.${last.conclusion}`) : t('readiness.unchecked')}
          </StatusTag>
          {last && (
            <>
              <Text size="sm">{scales.map((scale) => `${t(`scale.${scale}`)}: ${last[scale]}`).join(' · ')}</Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {last.recommendation}
              </Text>
              <Text size="xs" c="dimmed">
                {[last, ...earlier].map(({ checkedOn, conclusion }) => `${format.date(checkedOn)}: ${t(`conclusion.${conclusion}`)}`).join(' · ')}
              </Text>
            </>
          )}
        </div>
        <Button variant="default" className="no-print" aria-label={`${t('readiness.check')}: ${name}`} onClick={onCheck}>
          {t('readiness.check')}
        </Button>
      </Group>
    </Paper>
  );
}
