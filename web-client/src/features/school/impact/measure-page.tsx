import { useState } from 'react';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { useLeaveGuard } from '@/shared/ui/use-leave-guard';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { impactActs } from './acts';
import { impact, type Measure } from './api';
import { openItems, Questions, type Answers } from './questions';
import type { Moment } from './search';

/** One measure of one's own: filled in, sent, corrected, shared, taken back. */
export function MeasurePage({ programId, moment }: { programId: string; moment: Moment }) {
  const { t } = useTranslation('impact');
  const query = useQuery(impact.measure(programId, moment));
  return (
    <>
      <PageHeader title={t('measureOf', { moment: t(`moment.${moment}`) })} summary={t('private')}>
        <LinkButton variant="default" to="/my-impact">
          {t('own.title')}
        </LinkButton>
      </PageHeader>
      <Loaded query={query}>{(measure) => <Form key={measure.version} measure={measure} />}</Loaded>
    </>
  );
}

function Form({ measure }: { measure: Measure }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(measure.answers);
  const [correcting, setCorrecting] = useState(false);
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: impact.all }));
  const { programId, moment, version, status, maySave, instrument, shared, past } = measure;
  const leaving = useLeaveGuard(instrument.scales.some(({ items }) => items.some(({ code }) => answers[code] !== measure.answers[code])));
  const isSent = status === 'Sent';
  const isWhole = openItems(instrument, answers) === 0;
  const send = async () => impactActs.send(programId, moment, (await impactActs.save(programId, moment, version, answers)).version);
  return (
    <Stack gap="md">
      {isSent && measure.takenOn && (
        <Alert variant="outline" title={t('isSent', { date: format.date(measure.takenOn) })} maw={760}>
          {t(shared ? 'isShared' : 'isPrivate')}
        </Alert>
      )}
      {!isSent && !maySave && <Alert variant="outline">{t('notOpen', { from: format.date(measure.opensOn), to: format.date(measure.closesOn) })}</Alert>}
      <Questions
        instrument={instrument}
        answers={answers}
        disabled={!maySave && !correcting}
        onAnswer={(code, value) => setAnswers((given) => ({ ...given, [code]: value }))}
      />
      {maySave && (
        <Group gap="xs">
          <Button disabled={!isWhole} onClick={() => attempt(send, t('send'))}>
            {t('send')}
          </Button>
          <Button variant="default" onClick={() => attempt(() => impactActs.save(programId, moment, version, answers), t('keep'))}>
            {t('keep')}
          </Button>
        </Group>
      )}
      {isSent && (
        <Group gap="xs">
          {correcting ? (
            <Button onClick={() => attempt(() => impactActs.correct(programId, moment, version, answers), t('saveCorrection'))}>{t('saveCorrection')}</Button>
          ) : (
            <Button variant="default" onClick={() => setCorrecting(true)}>
              {t('correct')}
            </Button>
          )}
          <Button variant="default" onClick={() => attempt(() => impactActs.share(programId, moment, version, !shared), t(shared ? 'close' : 'share'))}>
            {t(shared ? 'close' : 'share')}
          </Button>
          <Button variant="default" onClick={() => attempt(() => impactActs.withdraw(programId, moment, version), t('withdraw'))}>
            {t('withdraw')}
          </Button>
        </Group>
      )}
      {past.length > 0 && (
        <section>
          <Title order={2} size="h3">
            {t('past')}
          </Title>
          {past.map(({ at }) => (
            <Text key={at} size="sm">
              {t('changedAt', { date: format.instant(at) })}
            </Text>
          ))}
        </section>
      )}
      {dialog}
      {leaving}
    </Stack>
  );
}
