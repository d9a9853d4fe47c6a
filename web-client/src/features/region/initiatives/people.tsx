import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/status-tag';
import { initiativeActs } from './acts';
import type { Initiative } from './api';
import type { StepAct } from './step-dialogs';

type Props = { one: Initiative; attempt: (send: () => Promise<unknown>, word?: string) => void; onAct: (act: StepAct) => void };

/** Who is in it; for the leader, who asks or was invited, first. */
export function People({ one, attempt, onAct }: Props) {
  const { t } = useTranslation('initiatives');
  const gathers = one.leads && one.steps.includes('Gather');
  return (
    <section aria-labelledby="people">
      <Title order={2} size="h4" id="people" mt="lg" mb="xs">
        {t('members')}
      </Title>
      <Stack component="ul" gap={6} pl={0} m={0} style={{ listStyle: 'none' }}>
        {one.people.map((member) => (
          <Paper component="li" key={member.id} withBorder p="xs" radius="md">
            <Group justify="space-between" gap="xs">
              <div style={{ flex: '1 1 220px' }}>
                <Text fw={member.leads ? 600 : 400}>{member.personName}</Text>
                <Text size="sm" c="dimmed">
                  {member.organizationName}
                </Text>
                {member.status === 'Asked' && member.note && <Text size="sm">{member.note}</Text>}
              </div>
              <Group gap={6}>
                {member.leads && <StatusTag tone="ok">{t('leads')}</StatusTag>}
                {member.status !== 'In' && <StatusTag tone="wait">{t(`memberStatus.${member.status}`)}</StatusTag>}
                {gathers && member.status === 'Asked' && (
                  <>
                    <Button size="compact-sm" onClick={() => attempt(() => initiativeActs.decide(one.id, member.id, true), t('letIn'))}>
                      {t('letIn')}
                    </Button>
                    <Button size="compact-sm" variant="default" onClick={() => onAct({ refuse: member })}>
                      {t('refuse')}
                    </Button>
                  </>
                )}
                {gathers && member.status === 'In' && !member.leads && (
                  <Button size="compact-sm" variant="default" onClick={() => onAct({ handOver: member })}>
                    {t('handOver')}
                  </Button>
                )}
              </Group>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
