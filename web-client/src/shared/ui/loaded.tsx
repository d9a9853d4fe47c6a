import type { ReactNode } from 'react';
import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from './failure';

type Props<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** What a question to the server looks like while it is asked, when it failed and when it was answered. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="xs" aria-busy>
      {[0, 1, 2].map((line) => (
        <Skeleton key={line} h={56} />
      ))}
    </Stack>
  );
}
