import { Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { Timeline } from '@/shared/ui/timeline';
import { cases } from './api';
import { CaseActions } from './case-actions';
import cls from './case-page.module.css';
import { SayForm } from './say-form';
import { caseTones } from './types';

/** One case: what was brought, what was said, what was decided. */
export function CasePage({ caseId }: { caseId: string }) {
  const { t } = useTranslation('arbitration');
  const format = useFormat();
  const { data } = useSuspenseQuery(cases.detail(caseId));
  const { status, arbiters, entries, decision, measures, appealUntil } = data;

  return (
    <>
      <p className="no-print">
        <Link to="/cases" activeOptions={{ exact: true }}>{t('page.back')}</Link>
      </p>
      <RecordHeader
        title={data.subject}
        status={<StatusTag tone={caseTones[status]}>{t(`status.${status}`)}</StatusTag>}
        facts={[
          { label: t('field.kind'), value: t(`kind.${data.kind}`) },
          { label: t('field.about'), value: t(`about.${data.about}`) },
          { label: t('field.complainant'), value: data.complainantName },
          { label: t('field.arbiters'), value: arbiters.length ? arbiters.join(', ') : t('page.noArbiters') },
        ]}
      >
        <CaseActions case={data} />
      </RecordHeader>
      <Text size="sm" c="dimmed" mb="md">
        {t('page.confidence')}
        {appealUntil && ` ${t('page.appealUntil', { date: format.date(appealUntil, 'long') })}`}
      </Text>

      <div className={cls.columns}>
        <div className={cls.main}>
          <section className={cls.card} aria-labelledby="statement">
            <Title order={2} id="statement">
              {t('field.statement')}
            </Title>
            <p className={cls.text}>{data.statement}</p>
            {data.wish && (
              <>
                <Title order={3}>{t('field.wish')}</Title>
                <p className={cls.text}>{data.wish}</p>
              </>
            )}
          </section>
          {decision && (
            <section className={cls.card} aria-labelledby="decision">
              <Title order={2} id="decision">
                {t('field.decision')}
              </Title>
              <p className={cls.text}>{decision}</p>
              {measures && (
                <>
                  <Title order={3}>{t('field.measures')}</Title>
                  <p className={cls.text}>{measures}</p>
                </>
              )}
            </section>
          )}
          {data.maySpeak && <SayForm caseId={caseId} />}
        </div>
        <section aria-labelledby="entries">
          <Title order={2} id="entries" mb="xs">
            {t('page.entries')}
          </Title>
          <Timeline
            label={t('page.entries')}
            events={entries.toReversed().map((entry) => ({
              id: entry.id,
              at: entry.at,
              title: t(`entry.${entry.kind}`),
              by: entry.authorName,
              details: entry.text && <p className={cls.text}>{entry.text}</p>,
            }))}
          />
        </section>
      </div>
    </>
  );
}
