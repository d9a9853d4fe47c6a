import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Board, Candidate, Mentee, Score } from './api';
import { MatchingPage } from './matching-page';

const score: Score = {
  points: 70,
  difficulties: 45,
  subject: 0,
  load: 15,
  place: 10,
  earlier: 0,
  opinion: 0,
  areas: ['methods'],
  topics: [],
  subjects: [],
};
const mentee = (personId: string, name: string): Mentee => ({
  personId,
  name,
  need: 'NewToProfession',
  since: '2026-09-01',
  categories: [],
  subjects: [],
  remote: false,
  difficulties: [{ areaCode: 'methods', topicCode: null, level: 2 }],
  openRequests: 0,
  lockedMentorId: null,
});
const candidate = (mentorId: string, name: string, rest: Partial<Candidate> = {}): Candidate => ({
  mentorId,
  name,
  groupId: null,
  groupArea: null,
  free: 1,
  stop: null,
  opinion: null,
  earlier: 'Never',
  score,
  ...rest,
});
const board: Board = {
  mentees: [mentee('a', 'Алёшина Анна'), mentee('b', 'Белов Борис')],
  mentors: [
    { personId: 'm', name: 'Мирова Мария', capacity: 1, taken: 0, hours: 8, areas: ['methods'], topics: [], subjects: [], remote: false },
  ],
  groups: [],
  vetoes: [],
  runs: [],
};
const PATH = '*/api/v1/organizations/o/matching';

async function open(sent: unknown[] = []) {
  server.use(
    http.get(PATH, () => HttpResponse.json(board)),
    http.get(`${PATH}/mentees/:id/candidates`, () =>
      HttpResponse.json([candidate('m', 'Мирова Мария'), candidate('x', 'Ходова Хельга', { stop: 'Vetoed', free: 2 })]),
    ),
    http.get('*/api/v1/dictionaries/:code', () =>
      HttpResponse.json([{ code: 'methods', nameRu: 'Методические', nameEn: 'Methods' }]),
    ),
    http.post(`${PATH}/requests`, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ ids: ['r'] });
    }),
  );
  const view = await renderPage(
    <main>
      <MatchingPage organizationId="o" view="pairs" onView={() => {}} mayDraft />
    </main>,
    'matching',
  );
  await screen.findByRole('option', { name: /Алёшина/ });
  return view;
}

test('a pair is chosen by keyboard, explained, and sent only after a last look', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open(sent);
  expect(screen.getByRole('link', { name: 'список сотрудников' })).toHaveAttribute('href', '/school/o/people?need=any');
  screen.getByRole('listbox').focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { name: /Белов/ })).toHaveAttribute('aria-selected', 'true');
  const candidates = await screen.findByRole('list', { name: 'Кандидаты: Белов Борис' });
  expect(await within(candidates).findByText('помогает: Методические')).toBeInTheDocument();
  expect(within(candidates).getByText('пара запрещена')).toBeInTheDocument();

  await user.keyboard('{Enter}');
  expect(within(candidates).getByRole('button', { name: 'В черновик' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByText('мест занято: 1 из 1')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Отправить запросы (1)' }));
  await user.click(await screen.findByRole('button', { name: 'Отправить 1 запрос' }));
  await screen.findByText('Черновик пуст');
  expect(sent).toEqual([{ pairs: [{ menteeId: 'b', mentorId: 'm', groupId: null }], note: null }]);
});

test('the best proposal fills the draft and says why somebody is left out', async () => {
  const { user } = await open();
  server.use(
    http.post(`${PATH}/runs`, () => HttpResponse.json({ id: 'run', pairs: 1, leftOut: 1 }, { status: 201 })),
    http.get(`${PATH}/runs/run`, () =>
      HttpResponse.json({
        id: 'run',
        kind: 'School',
        madeAt: '2026-10-01T10:00:00Z',
        mentees: 2,
        mentors: 1,
        points: 70,
        pairs: [
          {
            menteeId: 'a',
            menteeName: 'Алёшина Анна',
            mentorId: 'm',
            mentorName: 'Мирова Мария',
            mentorOrganizationId: 'o',
            mentorOrganizationName: 'Школа',
            groupId: null,
            locked: false,
            sent: false,
            score,
          },
        ],
        lot: 4711,
        leftOut: [{ menteeId: 'b', menteeName: 'Белов Борис', reason: 'PlacesTaken', stops: [] }],
      }),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Предложить лучшие пары' }));
  expect(await screen.findByText('В черновике: Мирова Мария')).toBeInTheDocument();
  expect(screen.getByText('Подходящие заняты другими парами')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Убрать из черновика: Алёшина Анна' }));
  expect(screen.getByText('Черновик пуст')).toBeInTheDocument();
});

test('what stands against a request stays on the screen with the draft', async () => {
  const { user } = await open();
  server.use(http.post(`${PATH}/requests`, () => problem(409, { code: 'match.request-cap', detail: 'Уже три запроса' })));
  await user.click(await screen.findByRole('button', { name: 'В черновик' }));
  await user.click(screen.getByRole('button', { name: 'Отправить запросы (1)' }));
  await user.click(await screen.findByRole('button', { name: 'Отправить 1 запрос' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Уже три запроса');
});
