import { useState } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { CouncilSections } from '@/shared/councils/council-sections';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { EvaluationMeans } from './evaluation-means';
import { evaluationActs } from './acts';
import { evaluations } from './api';
import { evaluationTones } from './status';

const forms = () => import('./evaluation-forms');
const MarkForm = dialogLater(async () => (await forms()).MarkForm);
const ConcludeForm = dialogLater(async () => (await forms()).ConcludeForm);

/** One evaluation: the marks of the members with their grounds, the sums, and the council's conclusion. */
export function EvaluationPage({ evaluationId }: { evaluationId: string }) {
  const { t } = useTranslation('evaluations');
  const format = useFormat();
  const { data: evaluation } = useSuspenseQuery(evaluations.detail(evaluationId));
  const { name } = useDictionary('evaluation-criterion');
  const [asking, setAsking] = useState<'mark' | 'conclude' | 'cancel'>();
  const { act, dialog } = useCouncilAct();
  const done = () => setAsking(undefined);
  const { steps, status, marks } = evaluation;
  const members = [...new Set(marks.map(({ personName }) => personName))];
  const marked = marks.some(({ own }) => own);

  return (
    <>
      <RecordHeader
        title={evaluation.programTitle}
        status={<StatusTag tone={evaluationTones[status]}>{t(`evaluationStatus.${status}`)}</StatusTag>}
        facts={[
          { label: t('evaluations.until'), value: format.date(evaluation.dueOn) },
          { label: t('evaluations.openedBy'), value: evaluation.openedByName },
          {
            label: t('evaluations.program'),
            value: (
              <Link to="/programs/$programId" params={{ programId: evaluation.programId }}>
                {t('evaluations.toProgram')}
              </Link>
            ),
          },
        ]}
      >
        {steps.includes('Cancel') && (
          <Button variant="default" onClick={() => setAsking('cancel')}>
            {t('evaluations.cancel')}
          </Button>
        )}
        {steps.includes('Conclude') && (
          <Button variant="default" onClick={() => setAsking('conclude')}>
            {t('evaluations.conclude')}
          </Button>
        )}
        {steps.includes('Mark') && <Button onClick={() => setAsking('mark')}>{t(marked ? 'evaluations.correct' : 'evaluations.mark')}</Button>}
      </RecordHeader>
      <CouncilSections />
      {evaluation.takesPart && <Text mb="md">{t('evaluations.takesPartText')}</Text>}
      {evaluation.conclusion && (
        <section className={rows.card}>
          <Title order={2} size="h3">
            {t('evaluations.conclusion')}
          </Title>
          <p className={rows.text}>{evaluation.conclusion}</p>
          <Title order={3} size="h4" mt="sm">
            {t('evaluations.recommendation')}
          </Title>
          <p className={rows.text}>{evaluation.recommendation}</p>
          <Text size="sm" c="dimmed" mt="sm">
            {t('evaluations.decisionText', { text: evaluation.decisionText })}
          </Text>
        </section>
      )}
      {evaluation.cancelReason && <p className={rows.text}>{evaluation.cancelReason}</p>}
      <section className={rows.section}>
        <Title order={2} size="h3" mb="xs">
          {t('evaluations.summaryOne')}
        </Title>
        <EvaluationMeans means={evaluation.criteria} />
      </section>
      {members.map((member) => (
        <section key={member} className={rows.section}>
          <Title order={2} size="h3" mb="xs">
            {member}
          </Title>
          <ul className={rows.list}>
            {marks
              .filter(({ personName }) => personName === member)
              .map((mark) => (
                <li key={mark.criterion} className={rows.row}>
                  <div>
                    <div className={rows.strong}>{name(mark.criterion)}</div>
                    <p className={rows.text}>{mark.ground}</p>
                  </div>
                  <span>{t(`evaluationMark.${mark.mark as 0 | 1 | 2 | 3}`)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {asking === 'mark' && <MarkForm evaluation={evaluation} onClose={done} />}
      {asking === 'conclude' && <ConcludeForm evaluation={evaluation} onClose={done} />}
      <ConfirmDialog
        opened={asking === 'cancel'}
        onClose={done}
        title={t('evaluations.cancelTitle')}
        confirmLabel={t('evaluations.cancel')}
        askReason
        onConfirm={(reason) => act(() => evaluationActs.cancel(evaluation.id, evaluation.version, reason))}
      />
      {dialog}
    </>
  );
}
