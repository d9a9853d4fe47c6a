import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { matchingActs } from './acts';
import type { Board } from './api';
import cls from './matching.module.css';

const GroupDialog = dialogLater(async () => (await import('./group-dialog')).GroupDialog);

type Props = { organizationId: string; board: Board };

/** What every proposal keeps: groups, settled pairs and pairs that are ruled out. */
export function RulesTab({ organizationId, board }: Props) {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const [opening, setOpening] = useState(false);
  const lift = useMutation(matchingActs.lift(organizationId));
  const release = useMutation(matchingActs.release(organizationId));
  const closeGroup = useMutation(matchingActs.closeGroup(organizationId));
  const nameOf = new Map(board.mentors.map(({ personId, name }) => [personId, name]));
  const locked = board.mentees.filter(({ lockedMentorId }) => lockedMentorId);

  return (
    <Stack gap="lg" maw={760}>
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h4">
            {t('groups.title')}
          </Title>
          <Button variant="default" disabled={!board.mentors.length} onClick={() => setOpening(true)}>
            {t('groups.open')}
          </Button>
        </Group>
        {board.groups.length === 0 && <EmptyState title={t('groups.none')} text={t('groups.noneText')} />}
        <ul className={cls.list}>
          {board.groups.map((group) => (
            <li key={group.id} className={cls.item}>
              <Group justify="space-between" gap="xs">
                <div>
                  <Text fw={600}>{areas.name(group.areaCode)}</Text>
                  <Text size="sm">
                    {nameOf.get(group.mentorId) ?? t('groups.mentorAway')} ·{' '}
                    {t('groups.seats', { taken: group.taken, seats: group.seats })}
                  </Text>
                </div>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => closeGroup.mutate({ groupId: group.id, version: group.version })}
                >
                  {t('groups.close')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('locks.title')}
        </Title>
        {locked.length === 0 && <EmptyState title={t('locks.none')} text={t('locks.noneText')} />}
        <ul className={cls.list}>
          {locked.map((mentee) => (
            <li key={mentee.personId} className={cls.item}>
              <Group justify="space-between" gap="xs">
                <Text>
                  {mentee.name} — {nameOf.get(mentee.lockedMentorId ?? '') ?? t('groups.mentorAway')}
                </Text>
                <Button size="compact-sm" variant="subtle" onClick={() => release.mutate(mentee.personId)}>
                  {t('candidates.release')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Title order={2} size="h4" mb="xs">
          {t('vetoes.title')}
        </Title>
        {board.vetoes.length === 0 && <EmptyState title={t('vetoes.none')} text={t('vetoes.noneText')} />}
        <ul className={cls.list}>
          {board.vetoes.map((veto) => (
            <li key={veto.id} className={cls.item}>
              <Group justify="space-between" gap="xs">
                <div>
                  <Text>
                    {veto.menteeName} — {veto.mentorName}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {veto.reason} · {format.date(veto.setAt)}
                  </Text>
                </div>
                <Button size="compact-sm" variant="subtle" onClick={() => lift.mutate(veto.id)}>
                  {t('vetoes.lift')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      </section>
      <GroupDialog
        organizationId={organizationId}
        opened={opening}
        mentors={board.mentors}
        onClose={() => setOpening(false)}
      />
    </Stack>
  );
}
