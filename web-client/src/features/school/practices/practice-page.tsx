import { Alert, Button, Text, Title } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';
import { later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { practices } from './api';
import { Authorship } from './authorship';
import { Materials } from './materials';
import { PracticeActs } from './practice-acts';
import cls from './practices.module.css';
import { practiceTones, type Practice } from './types';

const Reviews = later(async () => (await import('./reviews')).Reviews);
const Uses = later(async () => (await import('./uses')).Uses);

const parts = ['problem', 'description', 'results', 'evidence'] as const;

/** One practice: what it is, who wrote it, how it was reviewed and where it is used. */
export function PracticePage({ practiceId, me }: { practiceId: string; me: Me }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const { data: practice } = useSuspenseQuery(practices.detail(practiceId));
  const areas = useDictionary('competence-area');
  const topics = useDictionary('mentor-topic');
  const { status, own, publishedAt, updatedAt, authors, reviews, uses } = practice;
  const hasSide = own || publishedAt !== null;
  const named = authors.filter((author) => author.named).map(({ name }) => name);

  return (
    <>
      <p className="no-print">
        <Link to="/practices" activeOptions={{ exact: true }}>
          {t('page.back')}
        </Link>
      </p>
      <RecordHeader
        title={practice.title}
        status={<StatusTag tone={practiceTones[status]}>{t(`status.${status}`)}</StatusTag>}
        facts={[
          { label: t('school'), value: practice.organizationName },
          { label: t('field.areas'), value: practice.areas.map(areas.name).join(', ') },
          ...(practice.topics.length > 0 ? [{ label: t('field.topics'), value: practice.topics.map(topics.name).join(', ') }] : []),
          { label: t('field.authors'), value: named.join(', ') || t('page.anonymous') },
          publishedAt
            ? { label: t('field.published'), value: format.date(publishedAt) }
            : { label: t('field.updated'), value: format.date(updatedAt) },
          ...(publishedAt ? [{ label: t('field.uses'), value: t('used', { count: uses }) }] : []),
        ]}
      >
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {t('print')}
        </Button>
        {own && status === 'Draft' && (
          <LinkButton
            to="/practices/$practiceId/edit"
            params={{ practiceId }}
            variant="default"
            className="no-print"
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            {t('page.edit')}
          </LinkButton>
        )}
        <PracticeActs practice={practice} mayPlan={may(me, 'ProgramPlan')} person={may(me, 'ProgramWrite') ? undefined : (me.personId ?? undefined)} />
      </RecordHeader>
      <Said practice={practice} />

      <div className={hasSide ? cls.columns : undefined}>
        <div className={cls.main}>
          <article className={`${cls.card} ${cls.parts}`}>
            {parts.map((part) => (
              <section key={part} aria-labelledby={part}>
                <Title order={2} id={part}>
                  {t(`field.${part}`)}
                </Title>
                <p className={cls.text}>{practice[part]}</p>
              </section>
            ))}
          </article>
          <Materials practice={practice} />
          {reviews.length > 0 && <Reviews practice={practice} />}
        </div>
        {hasSide && (
          <div className={`${cls.side} no-print`}>
            {own && <Authorship practice={practice} personId={me.personId ?? undefined} />}
            {publishedAt && <Uses practice={practice} mayRead={may(me, 'ProgramRead')} />}
          </div>
        )}
      </div>
    </>
  );
}

/** What was decided about it, and what stands in its place. */
function Said({ practice }: { practice: Practice }) {
  const { t } = useTranslation('practices');
  const { status, decidedByName, decisionComment, endReason, supersedesId, supersededById } = practice;
  return (
    <>
      {status === 'Withdrawn' && (
        <Alert mb="md" title={t('page.withdrawn')}>
          {endReason}
        </Alert>
      )}
      {supersededById && (
        <Text mb="md">
          {t('page.superseded')}{' '}
          <Link to="/practices/$practiceId" params={{ practiceId: supersededById }}>
            {t('page.toSuccessor')}
          </Link>
        </Text>
      )}
      {supersedesId && status !== 'Published' && status !== 'Superseded' && (
        <Text mb="md" className="no-print">
          {t('page.supersedes')}{' '}
          <Link to="/practices/$practiceId" params={{ practiceId: supersedesId }}>
            {t('page.toFormer')}
          </Link>
        </Text>
      )}
      {decisionComment && (status === 'Draft' || status === 'Selected') && (
        <Alert mb="md" className="no-print" title={t(status === 'Draft' ? 'page.returned' : 'page.selected', { name: decidedByName })}>
          <span className={cls.text}>{decisionComment}</span>
        </Alert>
      )}
    </>
  );
}
