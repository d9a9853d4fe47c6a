import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { PracticesPage } from './practices-page';
import type { PracticesSearch } from './search';
import type { PracticeItem } from './types';

const school = { id: 'o', name: 'Школа № 12', mayReview: false };
const visits: PracticeItem = {
  id: 'p',
  level: 'School',
  status: 'Published',
  title: 'Парное посещение уроков',
  problem: 'Трудно увидеть свой урок со стороны',
  areas: ['methods'],
  topics: [],
  authors: ['Сафина Г. Р.'],
  uses: 3,
  reviews: 2,
  mineToReview: false,
  publishedAt: '2026-11-01T08:00:00Z',
  updatedAt: '2026-11-01T08:00:00Z',
};

async function show(items: PracticeItem[], { search = {}, mayReview = false }: { search?: PracticesSearch; mayReview?: boolean } = {}) {
  const asked: string[] = [];
  server.use(
    ...references,
    http.get('*/organizations/o/practices', ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ items, next: null });
    }),
  );
  const onSearch = vi.fn();
  const one = { ...school, mayReview };
  const view = await renderPage(
    <main>
      <PracticesPage schools={[one]} school={one} search={search} onSearch={onSearch} />
    </main>,
    'practices',
  );
  return { asked, onSearch, ...view };
}

test('what is published is listed with what it answers and how often it is used', async () => {
  const { container, user, onSearch } = await show([visits]);
  expect(await screen.findByRole('link', { name: 'Парное посещение уроков' })).toHaveAttribute('href', '/practices/p');
  expect(screen.getByText(/Используется в 3 программах/)).toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'На рецензии и отборе' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Мои' }));
  expect(onSearch).toHaveBeenCalledWith({ view: 'Own', status: undefined });
  expect(await axeFaults(container)).toEqual([]);
});

test('whoever reviews sees what waits for their review', async () => {
  const { asked } = await show([{ ...visits, status: 'InReview', mineToReview: true }], { search: { view: 'Queue', status: 'InReview' }, mayReview: true });
  expect(await screen.findByText('Ждёт вашей рецензии')).toBeInTheDocument();
  expect(screen.getByText(/2 рецензии/)).toBeInTheDocument();
  expect(asked[0]).toBe('?view=Queue&status=InReview');
});

test('an empty bank says how to fill it, an empty search how to widen it', async () => {
  const { container } = await show([]);
  expect(await screen.findByText('Опубликованных практик пока нет')).toBeInTheDocument();
  expect(screen.getAllByRole('link', { name: 'Описать практику' })).toHaveLength(2);
  expect(await axeFaults(container)).toEqual([]);
});

test('a search that finds nothing can be reset', async () => {
  const { user, onSearch } = await show([], { search: { q: 'нет' } });
  expect(await screen.findByText('Ничего не найдено')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Сбросить' }));
  expect(onSearch).toHaveBeenCalledWith({ q: undefined, area: undefined, topic: undefined, status: undefined });
});
