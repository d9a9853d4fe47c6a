import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { LinkButton } from '@/shared/ui/link-button';
import { practiceLists } from './lists';
import cls from './practices.module.css';

/** What a program has taken from the bank. */
export function PracticesOfProgram({ programId, mayOpen }: { programId: string; mayOpen: boolean }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const { data, error, refetch } = useQuery(practiceLists.ofProgram(programId));
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;

  return (
    <section aria-labelledby="practices">
      <Title order={2} id="practices" mb="xs">
        {t('ofProgram.title')}
      </Title>
      {data.length === 0 ? (
        <EmptyState title={t('ofProgram.none')} text={mayOpen && t('ofProgram.noneText')}>
          {mayOpen && (
            <LinkButton to="/practices" variant="default">
              {t('ofProgram.open')}
            </LinkButton>
          )}
        </EmptyState>
      ) : (
        <ul className={cls.plain} aria-labelledby="practices">
          {data.map(({ practiceId, title, kind, note, usedByName, usedAt }) => (
            <li key={practiceId}>
              {mayOpen ? (
                <Link to="/practices/$practiceId" params={{ practiceId }}>
                  {title}
                </Link>
              ) : (
                title
              )}
              <Text size="sm">{`${t(`kind.${kind}`)}: ${note}`}</Text>
              <Text size="sm" c="dimmed">
                {`${usedByName} · ${format.date(usedAt)}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
