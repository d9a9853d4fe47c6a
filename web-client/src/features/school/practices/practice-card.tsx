import { Group, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { StatusTag } from '@/shared/ui/status-tag';
import type { PracticeView } from './search';
import { practiceTones, type PracticeItem } from './types';

/** One practice of the list: what difficulty it answers, and how far it has come. */
export function PracticeCard({ practice, view }: { practice: PracticeItem; view: PracticeView }) {
  const { t } = useTranslation('practices');
  const areas = useDictionary('competence-area');
  const topics = useDictionary('mentor-topic');
  const { id, title, problem, status, authors, uses, reviews, mineToReview } = practice;
  const facts = [
    ...practice.areas.map(areas.name),
    ...practice.topics.map(topics.name),
    ...(view === 'Queue' && status !== 'Submitted' ? [t('card.reviews', { count: reviews })] : []),
    ...(uses > 0 ? [`${t('field.uses')} ${t('used', { count: uses })}`] : []),
  ];

  return (
    <Paper component="li" withBorder p="md">
      <Group gap="xs" align="baseline">
        <Title order={2}>
          <Link to="/practices/$practiceId" params={{ practiceId: id }}>
            {title}
          </Link>
        </Title>
        {view !== 'Published' && <StatusTag tone={practiceTones[status]}>{t(`status.${status}`)}</StatusTag>}
        {mineToReview && <StatusTag tone="risk">{t('card.mineToReview')}</StatusTag>}
      </Group>
      <Text lineClamp={2} mt={4} maw="72ch">
        {problem}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {facts.join(' · ')}
      </Text>
      {authors.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('card.by', { names: authors.join(', ') })}
        </Text>
      )}
    </Paper>
  );
}
