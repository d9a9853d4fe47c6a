import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problem-text';

type Props = { error: unknown; onRetry?: () => void };

/** Says what went wrong in one part of a page, while the rest of it works. */
export function Failure({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const traceId = error instanceof ApiError ? error.problem.traceId : undefined;

  return (
    <Alert color="red" variant="outline" role="alert">
      <Text>{problemText(error)}</Text>
      {traceId && (
        <Text size="xs" c="dimmed">
          {t('page.trace', { id: traceId })}
        </Text>
      )}
      {onRetry && (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          {t('page.retry')}
        </Button>
      )}
    </Alert>
  );
}
