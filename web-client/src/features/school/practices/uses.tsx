import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { practiceLists } from './lists';
import cls from './practices.module.css';
import type { Practice } from './types';

/** Where it is used: programs that the reader reads are named, the others counted. */
export function Uses({ practice: { id, uses }, mayRead }: { practice: Practice; mayRead: boolean }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const { data, error, refetch, isPending } = useQuery({ ...practiceLists.uses(id), enabled: mayRead });
  const shown = data ?? [];
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
      {others > 0 && !(mayRead && isPending) && (
        <Text size="sm" c="dimmed" mt={shown.length > 0 ? 'xs' : 0}>
          {shown.length > 0 ? t('uses.others', { count: others }) : t('uses.closed', { count: others })}
        </Text>
      )}
    </section>
  );
}
