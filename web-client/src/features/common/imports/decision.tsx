import { useState } from 'react';
import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { Failure } from '@/shared/ui/failure';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { confirmImport } from './acts';
import { imports, type Import } from './api';
import { GiveUp } from './give-up';

type Choice = '' | 'skip' | 'mend';

/** What was found is looked at, and a person decides. */
export function Decision({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const [choice, setChoice] = useState<Choice>('');
  const [looked, setLooked] = useState(false);
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const refresh = () => client.invalidateQueries({ queryKey: imports.all() });
  const { guard, dialog } = useStaleDialog(refresh);

  const { id, problems, creates, updates, ends, unchanged, staff, joins, leaves, asksMassChange } = current;
  const hasProblems = problems > 0;
  const changesNothing = creates + updates + ends === 0;
  const isRegister = current.kind === 'OrganizationRegister';
  const isAllFaulty = hasProblems && changesNothing && unchanged === 0;
  const faulty = isRegister ? 'allFaultyRegister' : 'allFaulty';
  const nothing = isAllFaulty ? faulty : hasProblems ? 'nothingElse' : 'nothing';
  /** Where nothing changes there is nothing to skip faulty rows for. */
  const asksAboutProblems = hasProblems && !changesNothing;
  const isUnanswered = asksAboutProblems && !choice;
  const isUnseen = asksMassChange && !looked;

  const confirm = async () => {
    setAsked(true);
    if (isUnanswered) return document.getElementById('skip')?.focus();
    if (isUnseen) return document.getElementById('looked')?.focus();
    setSending(true);
    setError(undefined);
    try {
      await guard(() => confirmImport(current, { skipProblemRows: hasProblems, confirmMassChange: asksMassChange }, header));
      await refresh();
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };

  return (
    <Stack gap="md" maw={640} mb="lg">
      {changesNothing && <Alert variant="outline">{t(`decision.${nothing}`, { rows: current.rowsTotal, problems })}</Alert>}
      {ends > 0 && !asksMassChange && (
        <Alert color="yellow" variant="outline">
          {isRegister ? t('decision.closes', { count: ends }) : t(leaves > 0 ? 'decision.leaves' : 'decision.posts', { count: leaves || ends })}
        </Alert>
      )}
      {hasProblems && (current.kind === 'Roster' || current.kind === 'StaffList') && !isAllFaulty && (
        <Alert variant="outline" title={t('decision.keptTitle')}>
          {t(ends > 0 ? 'decision.keptSome' : 'decision.keptAll')}
        </Alert>
      )}
      {asksAboutProblems && (
        <Radio.Group
          label={t('decision.problems')}
          required
          value={choice}
          onChange={(value) => setChoice(value as Choice)}
          error={asked && isUnanswered && t('decision.required')}
        >
          <Stack gap="xs" mt={4}>
            <Radio id="skip" value="skip" label={t('decision.skip')} description={t('decision.skipHint')} />
            <Radio value="mend" label={t('decision.mend')} description={t('decision.mendHint')} />
          </Stack>
        </Radio.Group>
      )}
      {current.kind === 'DiagnosisResults' && !changesNothing && <Alert variant="outline">{t('decision.results')}</Alert>}
      {asksMassChange && choice !== 'mend' && (
        <Alert color="red" variant="outline" title={t('decision.massTitle')}>
          {current.isAskedAgain && <Text mb="xs">{t('decision.massAgain')}</Text>}
          <Text>{t('decision.massCounts', { leaves, joins, staff })}</Text>
          <Text mb="sm">{t('decision.massWhy')}</Text>
          <Checkbox
            id="looked"
            label={t('decision.massConfirm')}
            checked={looked}
            onChange={({ currentTarget }) => setLooked(currentTarget.checked)}
            error={asked && isUnseen && t('decision.massRequired')}
          />
        </Alert>
      )}
      {error !== undefined && <Failure error={error} />}
      <Group gap="xs">
        {choice !== 'mend' && !changesNothing && (
          <Button loading={sending} onClick={() => void confirm()}>
            {t(`decision.confirm`)}
          </Button>
        )}
        <GiveUp id={id} />
      </Group>
      {dialog}
    </Stack>
  );
}
