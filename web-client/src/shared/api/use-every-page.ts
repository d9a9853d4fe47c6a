import { useEffect } from 'react';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryOptions } from '@tanstack/react-query';
import type { Cursor, Page } from './pages';

type Pages<T, K extends readonly unknown[]> = UseInfiniteQueryOptions<Page<T>, Error, InfiniteData<Page<T>>, K, Cursor>;

/** A list that a screen shows in pages, read to its end, under the key under which the screen reads it. */
export function useEveryPage<T, K extends readonly unknown[]>(options: Pages<T, K>) {
  const { data, error, refetch, hasNextPage, isFetching, isSuccess, fetchNextPage } = useInfiniteQuery(options);
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
    // A page can come before the one that asked for it was shown to be on its way.
  }, [data, hasNextPage, isFetching, error, fetchNextPage]);
  return { items: data?.pages.flatMap(({ items }) => items) ?? [], isComplete: isSuccess && !hasNextPage, error, refetch };
}
