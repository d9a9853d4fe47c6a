import { useState } from 'react';
import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { CouncilSections } from '@/shared/councils/council-sections';
import { EvaluationMeans } from './evaluation-means';
import { evaluations } from './api';
import { evaluationTones } from './status';

const OpenEvaluation = dialogLater(async () => (await import('./open-evaluation')).OpenEvaluation);

/** Programs that the council evaluates this school year, and what its marks say by criteria. */
export function EvaluationsPage({ organizationId, mayOpen }: { organizationId: string; mayOpen: boolean }) {
  const { t } = useTranslation('evaluations');
  const format = useFormat();
  const [opening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(evaluations.list(organizationId));
  const open = mayOpen && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
      {t('evaluations.open')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('evaluations.title')} summary={t('evaluations.about')}>
        {open}
      </PageHeader>
      <CouncilSections />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.evaluations.length === 0 && (
        <EmptyState title={t('evaluations.none')} text={t('evaluations.noneText')}>
          {open}
        </EmptyState>
      )}
      {data && data.evaluations.length > 0 && (
        <div className={rows.wide}>
          <ul className={rows.list}>
            {data.evaluations.map((one) => (
              <li key={one.id} className={rows.row}>
                <div>
                  <Link to="/council/evaluations/$evaluationId" params={{ evaluationId: one.id }}>
                    <span className={rows.strong}>{one.programTitle}</span>
                  </Link>
                  <div>{t('evaluations.pair', { mentors: one.mentors.join(', '), mentees: one.mentees.join(', ') })}</div>
                  <Text size="sm" c="dimmed">
                    {[
                      t('evaluations.dueOn', { date: format.date(one.dueOn) }),
                      t('evaluations.markedBy', { count: one.members }),
                      one.takesPart && t('evaluations.takesPart'),
                      one.marked && t('evaluations.marked'),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </div>
                <StatusTag tone={evaluationTones[one.status]}>{t(`evaluationStatus.${one.status}`)}</StatusTag>
              </li>
            ))}
          </ul>
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('evaluations.summary')}
            </Title>
            <EvaluationMeans means={data.criteria} />
          </section>
        </div>
      )}
      {opening && <OpenEvaluation organizationId={organizationId} onClose={() => setOpening(false)} />}
    </>
  );
}
