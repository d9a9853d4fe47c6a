import { Button, Text } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, SearchParamError, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problem-text';
import { ForbiddenError } from '@/shared/me/permissions';
import { Forbidden } from './forbidden';
import { NotFound } from './not-found';
import { PageState } from './page-state';

export function RouteError({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();

  const problem = error instanceof ApiError ? error.problem : undefined;
  if (error instanceof ForbiddenError || problem?.status === 403) return <Forbidden />;
  if (problem?.status === 404) return <NotFound />;

  if (error instanceof SearchParamError)
    return (
      <PageState title={t('page.notFound')} text={t('page.addressIncomplete')}>
        <Button component={Link} to="/">
          {t('page.home')}
        </Button>
      </PageState>
    );

  const retry = () => {
    reset();
    void router.invalidate();
  };

  return (
    <PageState title={t('page.failed')} text={problemText(error)}>
      {problem?.traceId && (
        <Text size="sm" c="dimmed">
          {t('page.trace', { id: problem.traceId })}
        </Text>
      )}
      <Button onClick={retry}>{t('page.retry')}</Button>
    </PageState>
  );
}
