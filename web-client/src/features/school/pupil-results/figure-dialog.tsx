import { useState } from 'react';
import { Alert, Button, Group, Modal, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { TextAreaField } from '@/shared/ui/fields';
import { Loaded } from '@/shared/ui/loaded';
import { Timeline } from '@/shared/ui/timeline';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { resultActs } from './acts';
import { results, type Change, type Figure, type Result } from './api';
import { FigureFields, figureFields, figureOf, type FigureValues } from './figure-fields';
import { useKindWords } from './figures';

/** A figure with all that was corrected, and what can be done with it. */
export function FigureDialog({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('pupil-results');
  return (
    <Modal opened={id !== undefined} onClose={onClose} title={t('figure')} size="lg">
      {id && <Body id={id} />}
    </Modal>
  );
}

function Body({ id }: { id: string }) {
  const query = useQuery(results.detail(id));
  return <Loaded query={query}>{(result) => <Shown result={result} />}</Loaded>;
}

function useFigureWords() {
  const { t } = useTranslation('pupil-results');
  const format = useFormat();
  return ({ pupils, successful, prizes, countedOn }: Figure) =>
    t(prizes === null || prizes === undefined ? 'counted' : 'countedPrizes', { pupils, successful, prizes, date: format.date(countedOn) });
}

function Shown({ result }: { result: Result }) {
  const { t } = useTranslation('pupil-results');
  const format = useFormat();
  const client = useQueryClient();
  const subjects = useDictionary('subject');
  const kind = useKindWords();
  const words = useFigureWords();
  const [step, setStep] = useState<'Correct' | 'Withdraw'>();
  const { act, attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: results.all }));
  const { personName, organizationName, schoolYear, subject, grade, figure, isSmall, toldAt, toldByName, withdrawnAt, mayChange, mayUndo, history } = result;
  const title = ({ step: done, before, after, undoneAt, undoneByName }: Change) => (
    <>
      {t(`did.${done}`)}
      {undoneAt && ` — ${t('undone', { date: format.instant(undoneAt), name: undoneByName ?? '' })}`}
      <Text size="sm">{t('was', { words: words(before) })}</Text>
      {after && <Text size="sm">{t('became', { words: words(after) })}</Text>}
    </>
  );

  return (
    <>
      <Text fw={600}>{personName}</Text>
      <Text size="sm" c="dimmed">
        {[organizationName, t('yearIs', { year: schoolYearName(schoolYear) })].join(' · ')}
      </Text>
      <Text mt="xs">{[kind(result), subjects.name(subject), t('gradeIs', { grade })].join(' · ')}</Text>
      <Text fw={600}>{words(figure)}</Text>
      <Text size="sm" c="dimmed">
        {t('toldBy', { name: toldByName, date: format.instant(toldAt) })}
      </Text>
      {withdrawnAt && (
        <Alert mt="sm" color="gray" variant="outline">
          {t('isWithdrawn', { date: format.instant(withdrawnAt) })}
        </Alert>
      )}
      {isSmall && (
        <Alert mt="sm" variant="outline" title={t('smallTitle')}>
          {t('smallText')}
        </Alert>
      )}
      <Group gap="xs" mt="md">
        {mayChange && <Button onClick={() => setStep('Correct')}>{t('correct')}</Button>}
        {mayChange && (
          <Button variant="default" onClick={() => setStep('Withdraw')}>
            {t('withdraw')}
          </Button>
        )}
        {mayUndo && (
          <Button variant="default" onClick={() => attempt(() => resultActs.undo(result), t('undo'))}>
            {t('undo')}
          </Button>
        )}
      </Group>
      {history.length > 0 && (
        <>
          <Title order={3} mt="lg" mb="xs">
            {t('history')}
          </Title>
          <Timeline
            label={t('history')}
            events={history.map((change) => ({
              id: change.id,
              at: change.changedAt,
              by: change.changedByName,
              title: title(change),
              details: t('reasonIs', { reason: change.reason }),
            }))}
          />
        </>
      )}
      <CorrectDialog result={result} opened={step === 'Correct'} onClose={() => setStep(undefined)} />
      <ConfirmDialog
        opened={step === 'Withdraw'}
        onClose={() => setStep(undefined)}
        title={t('withdraw')}
        confirmLabel={t('withdraw')}
        askReason
        danger
        onConfirm={(reason) => act(() => resultActs.withdraw(result, reason))}
      >
        <Text size="sm">{t('withdrawText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

function CorrectDialog({ result, opened, onClose }: { result: Result; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('pupil-results');
  const { kind, figure } = result;
  return (
    <CommandDialog<FigureValues & { reason: string }>
      opened={opened}
      onClose={onClose}
      title={t('correct')}
      submitLabel={t('save')}
      defaults={{
        figure: {
          pupils: String(figure.pupils),
          successful: String(figure.successful),
          prizes: String(figure.prizes ?? ''),
          countedOn: figure.countedOn,
        },
        reason: '',
      }}
      fields={[...figureFields, 'reason']}
      refresh={results.all}
      onSend={({ figure: typed, reason }) => resultActs.correct(result, figureOf(typed, kind), reason.trim())}
    >
      {({ control }) => (
        <>
          <FigureFields control={control} kind={kind} />
          <TextAreaField control={control} name="reason" required label={t('reason')} hint={t('reasonHint')} maxLength={500} rows={2} />
        </>
      )}
    </CommandDialog>
  );
}
