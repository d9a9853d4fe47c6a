import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Said, WeekItem } from './api';
import { Differences } from './differences';
import { TuteesPage } from './tutees-page';

const said: Said = {
  subject: 'Work',
  tutorSays: 'Away',
  tutorWords: 'Отпуск по уходу',
  tutorAt: '2026-11-10T09:00:00Z',
  schoolSays: 'Works',
  schoolWords: null,
  schoolAt: null,
  differs: true,
  choices: ['Works', 'Away', 'Left'],
};

test('a curator settles a difference by what the tutor says', async () => {
  const sent: unknown[] = [];
  const difference = { tutoringId: 'a1', personName: 'Учителева Ольга', tutorName: 'Тьюторова Анна', organizationName: 'СОШ № 1', said };
  server.use(
    http.get('*/api/v1/tutoring-differences', ({ request }) => {
      expect(new URL(request.url).searchParams.get('organizationId')).toBe('s');
      return HttpResponse.json({ items: [difference], next: null });
    }),
    http.post('*/api/v1/tutoring/a1/mark', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'm', differs: false }, { status: 201 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <Differences organizationId="s" quiet />
    </main>,
    'tutors',
  );
  expect(await screen.findByText('Тьютор: временно отсутствует')).toBeInTheDocument();
  expect(screen.getByText('по записям школы')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Согласиться: Учителева Ольга: Работа в школе' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('button', { name: 'Согласиться' }));
  await waitFor(() => expect(sent).toEqual([{ subject: 'Work', says: 'Away', words: null }]));
});

test('the consultations of a week stand by day, and the next week is one press away', async () => {
  const asked: (string | null)[] = [];
  const item: WeekItem = {
    id: 'c1',
    tutoringId: 'a1',
    personName: 'Учителева Ольга',
    organizationName: 'СОШ № 1',
    status: 'Planned',
    startsAt: '2026-11-10T09:00:00Z',
    on: '2026-11-10',
    timeZone: 'Europe/Moscow',
    durationMinutes: 45,
    topic: 'Первый шаг',
    place: 'Кабинет 5',
    link: null,
    toRecord: true,
  };
  server.use(
    http.get('*/api/v1/me/consultations', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('from'));
      return HttpResponse.json([item]);
    }),
  );
  const onSearch = vi.fn();
  const { user, container } = await renderPage(
    <main>
      <TuteesPage search={{ tab: 'week', day: '2026-11-12' }} onSearch={onSearch} />
    </main>,
    'tutors',
  );
  expect(await screen.findByRole('heading', { name: '10 ноября' })).toBeInTheDocument();
  expect(screen.getByText('Отметить встречу')).toBeInTheDocument();
  expect(asked).toEqual(['2026-11-09']);
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Позже' }));
  expect(onSearch).toHaveBeenCalledWith({ day: '2026-11-16' });
});
