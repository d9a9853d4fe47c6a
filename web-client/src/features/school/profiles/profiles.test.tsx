import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { today } from '@/shared/i18n/dates';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { LearningRequest, MenteeCard, MentorCard, MentorItem } from './api';
import { LearningRequests } from './learning-requests';
import { MenteeProfile } from './mentee-profile';
import { MentorProfile } from './mentor-profile';
import { MentorsPage } from './mentors-page';
import { OwnWishes } from './wishes';

afterEach(() => notifications.clean());

const place = { organizationId: 'o', personId: 'p' };

const mentorCard: MentorCard = {
  ...place,
  name: 'Сафина Гульнара Ринатовна',
  own: false,
  manages: true,
  activePrograms: 1,
  steps: ['Revise', 'Confirm'],
  profile: {
    status: 'Draft',
    summary: 'Учитель химии',
    trajectorySkills: '',
    supportSkills: '',
    capacityPrograms: 2,
    capacityHours: 8,
    remote: true,
    availableFrom: '2026-09-01',
    availableUntil: null,
    topics: ['teaching-methods'],
    areas: [],
    subjects: [],
    confirmedOn: null,
    confirmedByName: null,
    version: 3,
  },
  results: [
    {
      id: 'r',
      text: 'Выпускники сдали лучше',
      measure: 'Средний балл',
      valueBefore: 61,
      valueAfter: 72.5,
      evidence: 'Справка № 12',
      achievedOn: '2026-06-05',
      status: 'Stated',
      decidedOn: null,
      decidedByName: null,
      comment: null,
      version: 1,
    },
  ],
};

const menteeCard: MenteeCard = {
  ...place,
  name: 'Ефимов Артём Денисович',
  own: true,
  profile: { status: 'Open', categories: ['young'], subjects: [], remote: false, selfImage: 'Уверенный учитель', selfNow: '', priorities: '', version: 2 },
  difficulties: [
    { id: 'd1', areaCode: 'methods', topicCode: null, text: 'Тишина на уроке', level: 3, notedOn: '2026-09-10', closedOn: null },
    { id: 'd2', areaCode: 'methods', topicCode: null, text: 'Оценивание', level: 1, notedOn: '2026-09-10', closedOn: null },
  ],
  overcome: [],
  steps: [{ id: 's1', text: 'Посетить урок', dueOn: '2026-12-01', doneOn: null, reflection: null }],
  moves: ['Closed'],
};

test('the school confirms a result by its evidence, and hears why a profile cannot be confirmed yet', async () => {
  const decided: unknown[] = [];
  server.use(
    ...references,
    http.get('*/mentor-profile', () => HttpResponse.json(mentorCard)),
    http.post('*/mentor-profile/confirm', () => problem(409, { code: 'profile.no-confirmed-result', detail: 'Сначала подтвердите результат' })),
    http.post('*/mentor-results/r/decide', async ({ request }) => {
      decided.push(await request.json());
      return HttpResponse.json({ status: 'Confirmed', version: 2 });
    }),
  );
  const { user, container } = await renderPage(<main><MentorProfile place={place} /></main>, 'profiles');
  const results = await screen.findByRole('region', { name: 'Измеримые результаты' });
  expect(within(results).getByText(/61 → 72,5/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Подтвердить профиль' }));
  expect(await screen.findByText(/Сначала подтвердите результат/)).toBeInTheDocument();
  await user.click(within(results).getByRole('button', { name: 'Подтвердить' }));
  await waitFor(() => expect(decided).toEqual([{ version: 1, confirmed: true }]));
});

test.each([
  ['Confirmed', today(), true, false, true],
  ['Declined', today(), true, false, true],
  ['Confirmed', '2026-01-10', true, false, false],
  ['Confirmed', today(), false, true, false],
] as const)('a decision %s of %s is taken back on its day by the school alone', async (status, decidedOn, manages, own, offered) => {
  const reopened: unknown[] = [];
  server.use(
    ...references,
    http.get('*/mentor-profile', () =>
      HttpResponse.json({ ...mentorCard, manages, own, results: [{ ...mentorCard.results[0], status, decidedOn, decidedByName: 'Ким А. В.', version: 2 }] }),
    ),
    http.post('*/mentor-results/r/reopen', async ({ request }) => {
      reopened.push(await request.json());
      return HttpResponse.json({ status: 'Stated', version: 3 });
    }),
  );
  const { user } = await renderPage(<main><MentorProfile place={place} /></main>, 'profiles');
  await screen.findByRole('region', { name: 'Измеримые результаты' });
  const back = screen.queryByRole('button', { name: 'Вернуть на рассмотрение: Выпускники сдали лучше' });
  expect(back !== null).toBe(offered);
  if (!back) return;
  await user.click(back);
  await waitFor(() => expect(reopened).toEqual([{ version: 2 }]));
});

test('a confirmation of a profile is taken back where it was given, or later on its day by its own button', async () => {
  const sent: unknown[] = [];
  let status: 'Draft' | 'Confirmed' = 'Draft';
  server.use(
    ...references,
    http.get('*/mentor-profile', () =>
      HttpResponse.json({
        ...mentorCard,
        steps: status === 'Draft' ? ['Revise', 'Confirm'] : ['Revise', 'Pause', 'Reopen'],
        profile: { ...mentorCard.profile!, status, version: 3 + sent.length },
      }),
    ),
    http.post('*/mentor-profile/confirm', () => {
      status = 'Confirmed';
      sent.push('confirm');
      return HttpResponse.json({ status, version: 4 });
    }),
    http.post('*/mentor-profile/reopen', async ({ request }) => {
      status = 'Draft';
      sent.push(await request.json());
      return HttpResponse.json({ status, version: 5 });
    }),
  );
  const { user } = await renderPage(<main><MentorProfile place={place} /></main>, 'profiles');
  await user.click(await screen.findByRole('button', { name: 'Подтвердить профиль' }));
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(sent).toEqual(['confirm', { version: 4 }]));
  await user.click(await screen.findByRole('button', { name: 'Подтвердить профиль' }));
  await user.click(await screen.findByRole('button', { name: 'Отменить подтверждение' }));
  await waitFor(() => expect(sent).toHaveLength(4));
});

test('a mentee puts the own difficulties in order and keeps their ids', async () => {
  const sent: { difficulties: { id: string; text: string }[]; version: number }[] = [];
  server.use(
    ...references,
    http.get('*/mentee-profile', () => HttpResponse.json(menteeCard)),
    http.put('*/mentee-profile', async ({ request }) => {
      sent.push((await request.json()) as (typeof sent)[0]);
      return HttpResponse.json({ status: 'Open', version: 3 });
    }),
  );
  const { user, container } = await renderPage(<main><MenteeProfile place={place} /></main>, 'profiles');
  await user.click(await screen.findByRole('button', { name: 'Ниже: Трудность 1' }));
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Сохранить профиль' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.version).toBe(2);
  expect(sent[0]?.difficulties.map(({ id, text }) => [id, text])).toEqual([['d2', 'Оценивание'], ['d1', 'Тишина на уроке']]);
});

test('a difficulty without words is pointed to and nothing is sent', async () => {
  server.use(...references, http.get('*/mentee-profile', () => HttpResponse.json(menteeCard)));
  const { user } = await renderPage(<main><MenteeProfile place={place} /></main>, 'profiles');
  await user.click(await screen.findByRole('button', { name: 'Добавить трудность' }));
  await user.click(screen.getByRole('button', { name: 'Сохранить профиль' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Что именно трудно');
});

test('a step is reached with a reflection', async () => {
  const sent: unknown[] = [];
  server.use(
    ...references,
    http.get('*/mentee-profile', () => HttpResponse.json(menteeCard)),
    http.put('*/self-steps/s1/done', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 's1', doneOn: '2026-11-20', reflection: 'x' });
    }),
  );
  const { user } = await renderPage(<main><MenteeProfile place={place} /></main>, 'profiles');
  await user.click(await screen.findByRole('button', { name: 'Сделано: Посетить урок' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Что это дало/ }), 'Увидел, как держать темп');
  await user.click(within(dialog).getByRole('button', { name: 'Сделано' }));
  await waitFor(() => expect(sent).toEqual([{ reflection: 'Увидел, как держать темп' }]));
});

test('the list of mentors says who has no profile', async () => {
  const item = (personId: string, name: string, rest: Partial<MentorItem> = {}): MentorItem => ({
    personId,
    name,
    status: 'Confirmed',
    capacityPrograms: 3,
    capacityHours: 8,
    activePrograms: 1,
    remote: false,
    availableUntil: null,
    topics: [],
    subjects: [],
    resultsConfirmed: 1,
    resultsStated: 0,
    ...rest,
  });
  server.use(
    ...references,
    http.get('*/organizations/o/mentors', () => HttpResponse.json({ items: [item('1', 'Алёшина'), item('2', 'Борисов', { status: null })], next: null })),
  );
  const { container } = await renderPage(
    <main>
      <MentorsPage organizationId="o" search={{}} onSearch={() => {}} mayManage />
    </main>,
    'profiles',
  );
  expect(await screen.findByText('Нет профиля')).toBeInTheDocument();
  expect(screen.getByText('1 из 3')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('an author writes a request; the school answers it', async () => {
  const request: LearningRequest = {
    id: 'q',
    personId: 'p',
    name: 'Ефимов',
    status: 'Submitted',
    needs: 'Научиться оценивать',
    difficulties: '',
    selfImage: '',
    toMentoring: true,
    toDevelopment: false,
    submittedOn: '2026-11-01',
    answer: null,
    answeredOn: null,
    answeredByName: null,
    fulfilledOn: null,
    version: 2,
  };
  const answers: unknown[] = [];
  server.use(
    http.get('*/organizations/o/learning-requests', () => HttpResponse.json({ items: [request], next: null })),
    http.post('*/learning-requests/q/answer', async ({ request: sent }) => {
      answers.push(await sent.json());
      return HttpResponse.json({ id: 'q', status: 'Accepted', version: 3 });
    }),
  );
  const { user, container } = await renderPage(<main><LearningRequests organizationId="o" as="school" /></main>, 'profiles');
  expect(await screen.findByText('Научиться оценивать')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Принять' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Как и когда/ }), 'Курсы в январе');
  await user.click(within(dialog).getByRole('button', { name: 'Принять' }));
  await waitFor(() => expect(answers).toEqual([{ version: 2, accepted: true, answer: 'Курсы в январе' }]));
});

test('a plan is said once and can be taken back', async () => {
  let withdrawn = 0;
  server.use(
    http.get('*/organizations/o/wishes', () =>
      HttpResponse.json({
        items: [{ id: 'w', personId: 'p', name: 'Ефимов', wish: 'Mentor', note: '', expressedOn: '2026-10-01', cameTrue: false }],
        years: [],
      }),
    ),
    http.post('*/wishes/w/withdraw', () => {
      withdrawn += 1;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = await renderPage(<main><OwnWishes place={place} /></main>, 'profiles');
  await user.click(await screen.findByRole('button', { name: 'Больше не планирую стать наставником' }));
  await waitFor(() => expect(withdrawn).toBe(1));
  expect(screen.getByRole('button', { name: 'Отметить: планирую участвовать как наставляемый' })).toBeInTheDocument();
});
