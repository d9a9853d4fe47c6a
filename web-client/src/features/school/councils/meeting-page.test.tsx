import { screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { MeetingPage } from './meeting-page';
import type { Meeting } from './types';

const meeting = (change: Partial<Meeting> = {}): Meeting => ({
  id: 'm1',
  organizationId: 'o',
  organizationName: 'Школа № 12',
  timeZone: 'Europe/Moscow',
  status: 'InSession',
  startsAt: '2026-11-20T12:00:00Z',
  place: 'Кабинет 7',
  number: null,
  schoolYear: null,
  openedAt: '2026-11-20T12:00:00Z',
  closedAt: null,
  secretaryName: null,
  calledByName: 'Ким А. П.',
  cancelReason: null,
  version: 2,
  agenda: [
    {
      id: 'i1',
      position: 1,
      kind: 'Incentive',
      subject: 'О поощрении',
      link: null,
      speaker: null,
      heard: null,
      decisions: [
        {
          id: 'd1',
          position: 1,
          text: 'Поддержать',
          status: 'Voting',
          responsibleName: null,
          dueOn: null,
          votesFor: null,
          votesAgainst: null,
          votesAbstained: null,
          votesCast: 1,
          ownVote: null,
          note: null,
          version: 2,
          steps: ['Adopt', 'Reject'],
        },
      ],
    },
  ],
  attendance: [
    { personId: 'a', name: 'Ким Анна Петровна', chair: true, present: true },
    { personId: 'b', name: 'Орлов Пётр Ильич', chair: false, present: false },
  ],
  quorum: 2,
  hasQuorum: false,
  steps: ['Close'],
  mayTakePart: true,
  ...change,
});

async function open(change: Partial<Meeting> = {}) {
  server.use(http.get('*/api/v1/council/meetings/m1', () => HttpResponse.json(meeting(change))));
  const view = await renderPage(
    <main>
      <Suspense>
        <MeetingPage meetingId="m1" mayLead />
      </Suspense>
    </main>,
    'councils',
  );
  await screen.findByRole('heading', { level: 1 });
  return view;
}

test('a member votes and the chair marks a latecomer', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open();
  server.use(
    http.put('*/api/v1/council/decisions/d1/vote', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ vote: 'For' });
    }),
    http.put('*/api/v1/council/meetings/m1/attendance', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({});
    }),
  );
  expect(screen.getByText('Кворума пока нет')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(within(screen.getByRole('group', { name: 'Ваш голос' })).getByRole('button', { name: 'За' }));
  await user.click(screen.getByRole('checkbox', { name: 'Орлов Пётр Ильич' }));
  await waitFor(() => expect(sent).toEqual([{ vote: 'For' }, { version: 2, present: ['a', 'b'] }]));
});

test('the minutes of a meeting that is over are on paper, and nothing is left to do', async () => {
  await open({ status: 'Held', number: 3, schoolYear: 2026, steps: [], secretaryName: 'Орлов П. И.', hasQuorum: true });
  expect(screen.getByRole('button', { name: 'Печать протокола' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Закрыть заседание' })).not.toBeInTheDocument();
  expect(screen.getByText('ПРОТОКОЛ № 3')).toBeInTheDocument();
});
