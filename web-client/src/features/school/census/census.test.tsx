import { notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Census, Teacher } from './api';
import { CensusNotice } from './census-notice';
import { CensusPage } from './census-page';

afterEach(() => notifications.clean());

const teacher = (personId: string, name: string, rest: Partial<Teacher> = {}): Teacher => ({
  personId,
  name,
  positionCode: 'teacher',
  startedOn: '2020-09-01',
  lastYear: null,
  suggested: null,
  wantsToLearn: false,
  wantsToMentor: false,
  decision: null,
  category: null,
  note: null,
  ...rest,
});

const open: Census = {
  schoolYear: 2026,
  dueOn: '2026-10-01',
  overdue: true,
  manages: true,
  census: {
    id: 'c',
    status: 'Open',
    openedOn: '2026-09-01',
    dueOn: '2026-10-01',
    completedOn: null,
    completedByName: null,
    version: 1,
    reminders: ['Overdue'],
  },
  teachers: [teacher('1', 'Алёшина Анна', { suggested: 'NewInStaff' }), teacher('2', 'Борисов Борис', { decision: 'CanMentor' })],
  past: [{ schoolYear: 2025, status: 'Done', dueOn: '2025-10-01', completedOn: '2025-09-28', needsMentor: 4, canMentor: 9 }],
};

async function show(data: Census) {
  server.use(...references, http.get('*/organizations/o/census', () => HttpResponse.json(data)));
  return renderPage(
    <main>
      <CensusPage organizationId="o" search={{}} onSearch={() => {}} />
    </main>,
    'census',
  );
}

test('an overdue census says so; a choice is sent at once and the last one lets it be completed', async () => {
  const sent: unknown[] = [];
  const { user, container } = await show(open);
  server.use(
    http.put('*/censuses/c/entries/1', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ decision: 'NeedsMentor', category: 'NewInStaff', note: '', decidedOn: '2026-10-02' });
    }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('Перепись просрочена');
  expect(screen.getByText('Возможно: Новый в коллективе')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Завершить перепись' })).toBeDisabled();
  expect(await axeFaults(container)).toEqual([]);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Решение: Алёшина Анна' }), 'NewInStaff');
  await waitFor(() => expect(sent).toEqual([{ decision: 'NeedsMentor', category: 'NewInStaff', note: '' }]));
  expect(screen.getByRole('button', { name: 'Завершить перепись' })).toBeEnabled();
});

test('what the server refuses goes back', async () => {
  const { user } = await show(open);
  server.use(http.put('*/censuses/c/entries/1', () => problem(409, { code: 'census.done', detail: 'Перепись завершена' })));
  const choice = await screen.findByRole('combobox', { name: 'Решение: Алёшина Анна' });
  await user.selectOptions(choice, 'NoNeed');
  expect(await screen.findByText('Перепись завершена')).toBeInTheDocument();
  expect(choice).toHaveValue('');
});

test('a school without a census is offered to begin it; the head only reads', async () => {
  const { container } = await show({ ...open, overdue: false, census: null, manages: true });
  expect(await screen.findByRole('button', { name: 'Начать перепись' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test.each([
  [true, false, ['/school/o/census']],
  [false, true, ['/school/o/census?show=left', '/school/o/settings']],
  [false, false, ['/school/o/census?show=left']],
])('the notice leads to what its reader can do: holds the census %s, appoints %s', async (manages, mayAppoint, addresses) => {
  server.use(http.get('*/organizations/o/census', () => HttpResponse.json({ ...open, manages })));
  const { container } = await renderPage(<CensusNotice organizationId="o" mayAppoint={mayAppoint} />, 'census');
  const links = await screen.findAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(addresses);
  expect(links[0]).toHaveTextContent('1 педагог');
  expect(await axeFaults(container)).toEqual([]);
});
