import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/shared/ui/failure';
import { sayDone } from '@/shared/ui/say-done';
import rows from '@/shared/councils/rows.module.css';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import { councils } from './api';
import type { MySeat } from './types';

/** Seats that the reader is offered: to agree or to decline, both freely. Nothing where there are none. */
export function Invitations() {
  const { data: seats } = useQuery(councils.mySeats());
  return seats?.filter(({ status }) => status === 'Invited').map((seat) => <Invitation key={seat.id} seat={seat} />);
}

function Invitation({ seat }: { seat: MySeat }) {
  const { t } = useTranslation('councils');
  const [pending, setPending] = useState<boolean>();
  const [error, setError] = useState<unknown>();
  const { act, dialog } = useCouncilAct();

  const answer = async (accepted: boolean) => {
    setPending(accepted);
    setError(undefined);
    try {
      if (await act(() => councilActs.answer(seat.id, seat.version, accepted))) sayDone(t(accepted ? 'invitation.accept' : 'invitation.decline'));
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(undefined);
    }
  };

  return (
    <section className={rows.card} style={{ marginBlockEnd: 16 }} aria-labelledby={`seat-${seat.id}`}>
      <Title order={2} id={`seat-${seat.id}`}>
        {t('invitation.title', { seat: t(`invitation.as.${seat.seat}`) })}
      </Title>
      <Text>
        {[seat.organizationName, seat.basis, seat.chair && t('invitation.chair', { name: seat.chair })].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('invitation.text')}
      </Text>
      {error !== undefined && <Failure error={error} />}
      <Group gap="xs">
        <Button loading={pending === true} onClick={() => void answer(true)}>
          {t('invitation.accept')}
        </Button>
        <Button variant="default" loading={pending === false} onClick={() => void answer(false)}>
          {t('invitation.decline')}
        </Button>
      </Group>
      {dialog}
    </section>
  );
}
