import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { TodayPage } from './today-page';
import type { Agenda } from './types';

const agenda: Agenda = {
  meetings: [
    {
      id: 'm1',
      programId: 'p1',
      programTitle: 'Первый год учителя химии',
      startsAt: '2026-11-25T11:00:00Z',
      durationMinutes: 45,
      mode: 'Online',
      topic: 'Разбор урока',
      place: 'https://meet.example.ru/12',
      version: 1,
      with: ['Ефимов А. Д.'],
    },
  ],
  tasks: [
    { kind: 'ActivityDue', programId: 'p1', programTitle: 'Первый год учителя химии', subjectId: 'a1', title: 'Открытый урок', dueOn: '2026-11-10', overdue: true },
    { kind: 'ConsentToDecide', programId: 'p2', programTitle: 'Классное руководство', subjectId: null, title: 'Классное руководство', dueOn: null, overdue: false },
  ],
  counts: [
    { kind: 'ActivityDue', count: 1 },
    { kind: 'ConsentToDecide', count: 1 },
  ],
  programs: [
    { id: 'p1', title: 'Первый год учителя химии', status: 'Active', role: 'Mentor', partners: ['Ефимов А. Д.'], activitiesDone: 1, activitiesTotal: 4, nextMeetingAt: null },
  ],
};

const show = (answer: Agenda) => {
  server.use(http.get('*/api/v1/me/agenda', () => HttpResponse.json(answer)));
  return renderPage(<TodayPage logMeeting={([first]) => <button>{first?.title}</button>} />, 'today');
};

test('says in one line each what waits, and leads there', async () => {
  const { container } = await show(agenda);

  const tasks = within(await screen.findByRole('region', { name: 'Нужно от меня' }));
  expect(tasks.getByRole('link', { name: /Выполнить: Открытый урок/ })).toHaveAttribute('href', '/programs/p1');
  expect(tasks.getByText('просрочено, 10 ноября')).toBeVisible();
  expect(tasks.getByText('2 дела, 1 просрочено')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Подключиться' })).toHaveAttribute('href', 'https://meet.example.ru/12');
  expect(screen.getByRole('progressbar', { name: 'Дорожная карта: Первый год учителя химии' })).toHaveAttribute('aria-valuenow', '25');
  expect(await axeFaults(container)).toEqual([]);
});

test('with nothing to do, says so and offers no meeting to record', async () => {
  await show({ meetings: [], tasks: [], counts: [], programs: [] });

  expect(await screen.findByText('Всё сделано')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
