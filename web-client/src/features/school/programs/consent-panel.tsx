import { useState } from 'react';
import { Button, Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { programActs } from './acts';
import cls from './consent-panel.module.css';
import { Contest } from './contest';
import { TermList, useTerms } from './terms';
import type { Consent, Program } from './types';
import { useAct } from './use-act';

type Props = { program: Program; personId: string | undefined };

/** The reader's own consent: asked for with the full terms, or given and revocable. */
export function ConsentPanel({ program, personId }: Props) {
  const mine = program.consents.filter((one) => one.personId === personId);
  const asked = mine.find(({ status }) => status === 'Requested');
  const given =
    mine.find(({ status }) => status === 'Given') ?? mine.find(({ status, decidedAt }) => status === 'Superseded' && decidedAt);

  if (asked) return <Asked program={program} consent={asked} />;
  const mayRevoke = given?.status === 'Given' && (program.actions.includes('RevokeConsent') || program.steps.includes('ConsentWithdrawn'));
  const mayContest = program.actions.includes('ContestConsent');
  if (given && (mayRevoke || mayContest)) return <Given program={program} consent={given} mayRevoke={mayRevoke} mayContest={mayContest} />;
  return null;
}

function Asked({ program, consent }: { program: Program; consent: Consent }) {
  const { t } = useTranslation('programs');
  const terms = useTerms(program);
  const [asking, setAsking] = useState<'give' | 'refuse'>();
  const { act, dialog } = useAct();
  const close = () => setAsking(undefined);
  const decide = (given: boolean, reason: string) => {
    const { termsVersion, termsHash } = consent;
    return act(() =>
      programActs.decideConsent(program.id, {
        given,
        termsVersion,
        termsHash,
        ...(reason ? { reason } : {}),
      }),
    );
  };

  return (
    <section className={cls.panel} aria-labelledby="consent">
      <Title order={2} id="consent">
        {t('consent.title')}
      </Title>
      <Text mb="md">{t('consent.lead')}</Text>
      <TermList terms={terms} />
      <Title order={3} mt="md" mb={4}>
        {t('consent.rights')}
      </Title>
      <List size="sm" spacing={4} maw="72ch">
        <List.Item>{t('consent.voluntary')}</List.Item>
        <List.Item>{t('consent.noPenalty')}</List.Item>
        <List.Item>{t('consent.notice')}</List.Item>
      </List>
      <Group mt="md" gap="xs">
        <Button onClick={() => setAsking('give')}>{t('consent.give')}</Button>
        <Button variant="default" onClick={() => setAsking('refuse')}>
          {t('consent.refuse')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking === 'give'}
        onClose={close}
        title={t('consent.giveTitle')}
        confirmLabel={t('consent.give')}
        onConfirm={() => decide(true, '')}
      >
        <Text>{t('consent.giveText', { version: consent.termsVersion })}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'refuse'}
        onClose={close}
        title={t('consent.refuseTitle')}
        confirmLabel={t('consent.refuse')}
        askReason="optional"
        onConfirm={(reason) => decide(false, reason)}
      >
        <Text>{t('consent.refuseText')}</Text>
      </ConfirmDialog>
      {dialog}
    </section>
  );
}

function Given({ program, consent, mayRevoke, mayContest }: { program: Program; consent: Consent; mayRevoke: boolean; mayContest: boolean }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { act, dialog } = useAct();

  return (
    <Group gap="xs" mb="md">
      <Text size="sm" c="dimmed">
        {t('consent.givenOn', { date: format.date(consent.decidedAt ?? consent.requestedAt, 'long', program.timeZone) })}
      </Text>
      {mayRevoke && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
          {t('consent.revoke')}
        </Button>
      )}
      {mayContest && <Contest program={program} consent={consent} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('consent.revokeTitle')}
        confirmLabel={t('consent.revoke')}
        askReason
        danger
        onConfirm={(reason) => act(() => programActs.revokeConsent(program.id, reason))}
      >
        <Text>{t(program.activatedAt ? 'consent.revokeText' : 'consent.withdrawText')}</Text>
      </ConfirmDialog>
      {dialog}
    </Group>
  );
}
