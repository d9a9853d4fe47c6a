import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleName } from '@/shared/me/role-name';
import { Failure } from '@/shared/ui/failure';
import { sayDone } from '@/shared/ui/say-done';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { roleActs } from './acts';
import { refreshRoles, settings, type Proposal } from './api';
import cls from './settings.module.css';

/** Confidential roles that the reader is asked to hold, or has agreed to and that wait. Nothing where there are none. */
export function OwnProposals() {
  const { t } = useTranslation('settings');
  const { data } = useQuery(settings.mine());
  if (!data?.length) return null;
  return (
    <ul className={cls.list} aria-label={t('own.title')}>
      {data.map((proposal) => (
        <Own key={proposal.id} proposal={proposal} />
      ))}
    </ul>
  );
}

function Own({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const [pending, setPending] = useState<boolean>();
  const [error, setError] = useState<unknown>();
  const { act, dialog } = useRefreshingAct(() => Promise.all([refreshRoles(client), client.invalidateQueries({ queryKey: ['councils'] })]));
  const { role, organizationName, basis, status } = proposal;

  const answer = async (accepted: boolean) => {
    setPending(accepted);
    setError(undefined);
    try {
      if (await act(() => roleActs.answer(proposal, accepted))) sayDone(t(accepted ? 'own.accept' : 'own.decline'));
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(undefined);
    }
  };

  return (
    <li className={cls.item}>
      <div>
        <Title order={2}>{t('own.asked', { role: roleName(role) })}</Title>
        <Text>
          {organizationName} · {basis}
        </Text>
        <Text size="sm" c="dimmed" maw={720}>
          {t(status === 'Proposed' ? 'own.text' : 'own.waits')}
        </Text>
        {error !== undefined && <Failure error={error} />}
      </div>
      <Group gap="xs" className={cls.tools}>
        {status === 'Proposed' && (
          <Button loading={pending === true} onClick={() => void answer(true)}>
            {t('own.accept')}
          </Button>
        )}
        <Button variant="default" loading={pending === false} onClick={() => void answer(false)}>
          {t('own.decline')}
        </Button>
      </Group>
      {dialog}
    </li>
  );
}
