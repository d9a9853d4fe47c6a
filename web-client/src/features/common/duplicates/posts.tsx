import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Post } from './api';

/** One place of work in one line. */
export function usePost() {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const positions = useDictionary('position');
  const period = ({ startedOn, endedOn }: Post) =>
    endedOn
      ? t('until', { from: format.date(startedOn), to: format.lastDay(endedOn, startedOn) })
      : t('since', { date: format.date(startedOn) });
  return (post: Post) =>
    [`${post.organizationName}: ${positions.name(post.positionCode)}`, post.isMain && t('main'), period(post)].filter(Boolean).join(', ');
}

/** Where somebody works and worked. */
export function Posts({ posts }: { posts: readonly Post[] }) {
  const { t } = useTranslation('duplicates');
  const tell = usePost();

  if (!posts.length) return <Text size="sm">{t('noPosts')}</Text>;
  return (
    <List size="sm" withPadding>
      {posts.map((post) => (
        <List.Item key={`${post.organizationId}/${post.positionCode}/${post.startedOn}`}>{tell(post)}</List.Item>
      ))}
    </List>
  );
}
