import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import cls from './practices.module.css';
import type { Practice, PracticeReview } from './types';

type Level = 0 | 1 | 2 | 3;

/** What reviewers wrote, by rounds; the latest stands first and decides. */
export function Reviews({ practice: { own, round: latest, reviews } }: { practice: Practice }) {
  const { t } = useTranslation('practices');
  const rounds = [...new Set(reviews.map(({ round }) => round))];

  return rounds.map((round) => (
    <section key={round} className={`${cls.card} no-print`} aria-labelledby={`round-${round}`}>
      <Group gap="xs" align="baseline" mb="xs">
        <Title order={2} id={`round-${round}`}>
          {latest > 1 ? t('reviews.round', { round }) : t('reviews.title')}
        </Title>
        {round < latest && <StatusTag tone="off">{t('reviews.former')}</StatusTag>}
      </Group>
      {own && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('reviews.hidden')}
        </Text>
      )}
      <ul className={cls.plain}>
        {reviews
          .filter((one) => one.round === round)
          .map((review, index) => (
            <Written key={index} review={review} number={index + 1} />
          ))}
      </ul>
    </section>
  ));
}

function Written({ review, number }: { review: PracticeReview; number: number }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const criteria = useDictionary('practice-criterion');
  const { reviewerName, recommended, comment, marks, reviewedAt, awaited, closed, own } = review;
  const who = own ? t('reviews.own') : (reviewerName ?? t('reviews.unnamed', { number }));

  return (
    <li>
      <Group gap="xs" align="baseline">
        <Text fw={600}>{who}</Text>
        {closed ? (
          <StatusTag tone="ok">{t('reviews.closed')}</StatusTag>
        ) : recommended === null ? (
          <StatusTag tone={awaited ? 'wait' : 'off'}>{t(awaited ? 'reviews.awaited' : 'reviews.left')}</StatusTag>
        ) : (
          <StatusTag tone={recommended ? 'ok' : 'risk'}>{t(recommended ? 'reviews.yes' : 'reviews.no')}</StatusTag>
        )}
        {reviewedAt && (
          <Text size="sm" c="dimmed">
            {format.instant(reviewedAt)}
          </Text>
        )}
      </Group>
      {comment && <p className={cls.text}>{comment}</p>}
      {marks.length > 0 && (
        <dl className={cls.marks}>
          {marks.map(({ criterion, mark, ground }) => (
            <div key={criterion} className={cls.mark}>
              <dt>{criteria.name(criterion)}</dt>
              <dd>{t(`mark.${mark as Level}`)}</dd>
              <dd className={cls.ground}>{ground}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
