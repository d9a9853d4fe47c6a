import { Button, List, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { sayDone } from '@/shared/ui/say-done';
import { undoEnd } from './acts';
import { organizations, type OrganizationRecord } from './api';

type Props = { organization: OrganizationRecord; mayUndo: boolean };

/** What an organization's end has brought, in numbers; those that are nothing are left out. */
export function Handover({ organization, mayUndo }: Props) {
  const { t } = useTranslation('organizations');
  const { handover } = organization;
  if (!handover) return null;

  const { staff, people, programsCarried, programsEnded, requests, roles, imports, contracts, contractsCarried, delegations } = handover;
  const lines = [
    [staff === 'HandOver' ? 'moved' : 'released', people],
    ['programsCarried', programsCarried],
    ['programsEnded', programsEnded],
    ['requests', requests],
    ['roles', roles],
    ['imports', imports],
    ['contractsCarried', contractsCarried],
    ['contracts', contracts],
    ['delegations', delegations],
  ] as const;
  const known = lines.filter(([, count]) => count > 0);
  if (handover.settledAt && !known.length) return null;
  return (
    <>
      <Title order={2} mt="lg" mb="xs">
        {t('settled.title')}
      </Title>
      {handover.settledAt ? (
        <List>
          {handover.heirId && handover.heirNameShort && (
            <List.Item>
              {t('settled.heir')}{' '}
              <Link to="/organizations/$organizationId" params={{ organizationId: handover.heirId }}>
                {handover.heirNameShort}
              </Link>
            </List.Item>
          )}
          {known.map(([what, count]) => (
            <List.Item key={what}>{t(`settled.${what}`, { count })}</List.Item>
          ))}
        </List>
      ) : (
        <Undo organization={organization} settlesAt={handover.settlesAt} mayUndo={mayUndo} />
      )}
    </>
  );
}

function Undo({ organization, settlesAt, mayUndo }: Props & { settlesAt: string }) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const client = useQueryClient();
  const { header, next } = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();

  const undo = async () => {
    setSending(true);
    setError(undefined);
    try {
      await undoEnd(organization, header);
      next();
      sayDone(t('settled.undo'));
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
      await client.invalidateQueries({ queryKey: organizations.all() });
    }
  };

  return (
    <>
      <Text mb="xs">{t('settled.waits', { at: format.instant(settlesAt) })}</Text>
      {mayUndo && (
        <Button variant="default" loading={sending} onClick={() => void undo()}>
          {t('settled.undo')}
        </Button>
      )}
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
