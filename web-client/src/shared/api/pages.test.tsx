import { infiniteQueryOptions, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { allPrograms } from '@/shared/programs/api';
import { staff } from '@/shared/staff/api';
import { http, HttpResponse, server } from '@/testing/server';
import { everyPage, firstPage, nextPage, type Cursor, type Page } from './pages';
import { createQueryClient } from './query-client';
import { useEveryPage } from './use-every-page';

/** As many pages as are asked for, one item each. */
const pages = (count: number) => (cursor: Cursor): Promise<Page<number>> => {
  const number = Number(cursor ?? 1);
  return Promise.resolve({ items: [number], next: number < count ? String(number + 1) : null });
};

/** A list of the API that comes in three pages. */
function inThreePages(path: string) {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get(path, ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(searchParams);
      const number = Number(searchParams.get('cursor') ?? 1);
      return HttpResponse.json({ items: [{ id: number, personId: `p${number}`, name: `Имя ${number}` }], next: number < 3 ? String(number + 1) : null });
    }),
  );
  return asked;
}

test.each([1, 2, 5])('a list of %i pages is read to its end', async (count) => {
  expect(await everyPage(pages(count))).toHaveLength(count);
});

test('a dialog offers everybody, not the first two hundred', async () => {
  const asked = inThreePages('*/api/v1/organizations/:id/people');
  const all = await createQueryClient().fetchQuery(staff.all('o1'));
  expect(all.map(({ personId }) => personId)).toEqual(['p1', 'p2', 'p3']);
  expect(asked.map((query) => query.get('size'))).toEqual(['200', '200', '200']);
});

test('the council chooses among all programs, in the order asked for', async () => {
  const asked = inThreePages('*/api/v1/programs');
  expect(await allPrograms({ organizationId: 'o1', status: ['Council'], sort: 'UpdatedAt', direction: 'Asc' })).toHaveLength(3);
  expect(asked.map((query) => [query.get('sort'), query.get('cursor')])).toEqual([['UpdatedAt', null], ['UpdatedAt', '2'], ['UpdatedAt', '3']]);
});

test('what a screen shows in pages a dialog reads to the end under the same key', async () => {
  const client = createQueryClient();
  const list = infiniteQueryOptions({
    queryKey: ['numbers'],
    staleTime: Infinity,
    initialPageParam: firstPage,
    queryFn: ({ pageParam }) => pages(3)(pageParam),
    getNextPageParam: nextPage,
  });
  await client.prefetchInfiniteQuery(list);
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useEveryPage(list), { wrapper });
  expect(result.current).toMatchObject({ items: [1], isComplete: false });
  await waitFor(() => expect(result.current).toMatchObject({ items: [1, 2, 3], isComplete: true }));
});
