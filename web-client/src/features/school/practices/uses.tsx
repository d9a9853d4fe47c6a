import { Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { LoadMore } from '@/shared/ui/load-more';
import { practiceLists } from './lists';
import cls from './practices.module.css';
import type { Practice } from './types';

/** Where it is used: programs that the reader reads are named, the others counted. */
export function Uses({ practice: { id, uses }, mayRead }: { practice: Practice; mayRead: boolean }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const pages = useInfiniteQuery({ ...practiceLists.uses(id), enabled: mayRead });
  const { data, error, refetch, isPending, hasNextPage } = pages;
  const shown = data?.pages.flatMap(({ items }) => items) ?? [];
  const others = uses - shown.length;

  return (
    <section className={cls.card} aria-labelledby="uses">
      <Title order={2} id="uses" mb="xs">
        {t('uses.title')}
      </Title>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {shown.length > 0 && (
        <ul className={cls.plain} aria-labelledby="uses">
          {shown.map(({ programId, programTitle, kind, note, usedByName, usedAt }) => (
            <li key={programId}>
              <Link to="/programs/$programId" params={{ programId }}>
                {programTitle}
              </Link>
              <Text size="sm">{`${t(`kind.${kind}`)}: ${note}`}</Text>
              <Text size="sm" c="dimmed">
                {`${usedByName} · ${format.date(usedAt)}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {uses === 0 && <Text c="dimmed">{t('uses.none')}</Text>}
      {hasNextPage && <LoadMore pages={pages} shown={shown.length} />}
      {others > 0 && !hasNextPage && !(mayRead && isPending) && (
        <Text size="sm" c="dimmed" mt={shown.length > 0 ? 'xs' : 0}>
          {shown.length > 0 ? t('uses.others', { count: others }) : t('uses.closed', { count: others })}
        </Text>
      )}
    </section>
  );
}
