import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { SchoolQueue } from './school-queue';
import { TodayPage } from './today-page';
import type { Agenda, AgendaTask } from './types';

const task = (more: Partial<AgendaTask>): AgendaTask => ({
  kind: 'ActivityDue',
  subjectId: 's1',
  title: '',
  about: null,
  person: null,
  programId: null,
  organizationId: 'o1',
  dueOn: null,
  overdue: false,
  version: 1,
  path: '/today',
  ...more,
});

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
      rests: false,
      with: ['Ефимов А. Д.'],
    },
  ],
  tasks: [
    task({
      kind: 'ActivityDue',
      subjectId: 'a1',
      title: 'Открытый урок',
      about: 'Первый год учителя химии',
      person: 'Ефимов А. Д.',
      dueOn: '2026-11-10',
      overdue: true,
      path: '/programs/p1',
    }),
    task({ kind: 'ConsentToDecide', subjectId: 'c1', title: 'Классное руководство', path: '/programs/p2' }),
  ],
  counts: [
    { kind: 'ActivityDue', count: 1 },
    { kind: 'ConsentToDecide', count: 1 },
  ],
  programs: [
    {
      id: 'p1',
      title: 'Первый год учителя химии',
      status: 'Active',
      role: 'Mentor',
      partners: ['Ефимов А. Д.'],
      activitiesDone: 1,
      activitiesTotal: 4,
      nextMeetingAt: null,
    },
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

test('a meeting of a paused program says that nobody is expected', async () => {
  await show({ ...agenda, meetings: agenda.meetings.map((one) => ({ ...one, rests: true })) });

  expect(await screen.findByText(/^программа на паузе · Онлайн/)).toBeVisible();
});

test('groups by urgency, and a long list can be narrowed to a kind', async () => {
  const tasks = Array.from({ length: 9 }, (_, at) => task({ subjectId: `v${at}`, kind: at < 2 ? 'VoteToCast' : 'RecordToConfirm', title: `Дело ${at}` }));
  await show({ ...agenda, tasks, counts: [{ kind: 'VoteToCast', count: 2 }, { kind: 'RecordToConfirm', count: 12 }] });

  const open = within(await screen.findByRole('region', { name: 'Ждут решения' }));
  expect(open.getAllByRole('listitem')).toHaveLength(9);
  expect(screen.getByText('и ещё 5 дел')).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Показать дела' }), 'VoteToCast');
  expect(screen.getAllByRole('link', { name: /Проголосовать/ })).toHaveLength(2);
  expect(screen.queryByText(/и ещё/)).not.toBeInTheDocument();
});

test('at a school nothing is decided from the list: each line leads to where it is read first', async () => {
  server.use(
    http.get('*/api/v1/me/agenda', () =>
      HttpResponse.json({
        ...agenda,
        tasks: [
          task({ kind: 'MentorToConfirm', subjectId: 'm7', title: 'Орлова В. С.', path: '/school/o1/mentors/m7' }),
          task({ kind: 'ActToApprove', title: 'Положение', organizationId: 'o2' }),
          task({ kind: 'ImportToDecide', title: 'Реестр', organizationId: null }),
        ],
        counts: [{ kind: 'MentorToConfirm', count: 1 }, { kind: 'ActToApprove', count: 1 }, { kind: 'ImportToDecide', count: 1 }],
      }),
    ),
  );
  const { container } = await renderPage(<SchoolQueue organizationId="o1" />, 'today');

  expect(await screen.findByRole('link', { name: /^Подтвердить профиль наставника: Орлова/ })).toHaveAttribute('href', '/school/o1/mentors/m7');
  expect(screen.getByText('1 дело')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.queryByText(/Положение|Реестр/)).not.toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('results of one mentor are one line, without a decision unread', async () => {
  const path = '/school/o1/mentors/p7';
  const results = ['Средний балл', 'Доля уроков', 'Число олимпиад'].map((title, at) =>
    task({
      kind: 'ResultToConfirm',
      subjectId: `r${at}`,
      title,
      person: at < 2 ? 'Орлова В. С.' : 'Белов И. К.',
      path: at < 2 ? path : '/school/o1/mentors/p8',
    }),
  );
  server.use(http.get('*/api/v1/me/agenda', () => HttpResponse.json({ ...agenda, tasks: results, counts: [{ kind: 'ResultToConfirm', count: 3 }] })));
  await renderPage(<SchoolQueue organizationId="o1" />, 'today');

  expect(await screen.findByRole('link', { name: /^Решить о результате наставника \(2\): Средний балл; Доля уроков/ })).toHaveAttribute('href', path);
  expect(screen.getByRole('link', { name: /^Решить о результате наставника: Число олимпиад/ })).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(screen.getByText('3 дела')).toBeVisible();
});

test('with nothing to do, says so and offers no meeting to record', async () => {
  await show({ meetings: [], tasks: [], counts: [], programs: [] });

  expect(await screen.findByText('Всё сделано')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
