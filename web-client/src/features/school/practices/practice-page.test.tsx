import { Suspense } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { meWith } from '@/testing/me';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { PracticePage } from './practice-page';
import type { Practice, PracticeReview } from './types';

const practice: Practice = {
  id: 'p',
  organizationId: 'o',
  organizationName: 'Школа № 12',
  level: 'School',
  status: 'Published',
  title: 'Парное посещение уроков',
  problem: 'Трудно увидеть свой урок',
  description: 'Посещаем уроки друг друга',
  results: 'Было 1, стало 3',
  evidence: 'Листы наблюдения',
  areas: ['methods'],
  topics: [],
  supersedesId: null,
  supersededById: null,
  round: 1,
  updatedAt: '2026-11-01T08:00:00Z',
  publishedAt: '2026-11-01T08:00:00Z',
  decidedByName: 'Орлов П. И.',
  decisionComment: 'Отобрана',
  endReason: null,
  uses: 2,
  version: 4,
  authors: [{ personId: 'me', name: 'Сафина Г. Р.', named: true }],
  materials: [{ id: 'm', title: 'Лист наблюдения', fileName: 'list.txt', mediaType: 'text/plain', size: 2048 }],
  reviews: [],
  own: false,
  mayReview: false,
  steps: [],
};
const review: PracticeReview = {
  round: 1,
  reviewerName: null,
  recommended: true,
  comment: 'Полезно',
  marks: [{ criterion: 'clarity', mark: 2, ground: 'Видно' }],
  reviewedAt: null,
  awaited: false,
  closed: false,
  own: false,
};

async function show(change: Partial<Practice> = {}, permissions: Parameters<typeof meWith>[0] = {}) {
  const sent: { path: string; body: unknown }[] = [];
  const take = async ({ request }: { request: Request }) => {
    const { pathname } = new URL(request.url);
    sent.push({
      path: pathname.slice(pathname.indexOf('/practices/p') + '/practices/p'.length),
      body: request.method === 'DELETE' ? undefined : await request.json(),
    });
    return HttpResponse.json({ id: 'p', status: 'InReview', version: 5 });
  };
  server.use(
    http.get('*/dictionaries/practice-criterion', () => HttpResponse.json([{ code: 'clarity', nameRu: 'Можно повторить', nameEn: 'Repeatable' }])),
    ...references,
    http.get('*/practices/p', () => HttpResponse.json({ ...practice, ...change })),
    http.get('*/practices/p/uses', () =>
      HttpResponse.json({
        items: [
          { programId: 'g', programTitle: 'Первый год', kind: 'Resource', note: 'К цели', usedByName: 'Ефимов', usedAt: '2026-11-05T08:00:00Z' },
        ],
        next: null,
      }),
    ),
    http.post('*/practices/p/*', take),
    http.put('*/practices/p/*', take),
    http.delete('*/practices/p/materials/m', take),
  );
  const view = await renderPage(
    <main>
      <Suspense>
        <PracticePage practiceId="p" me={meWith({ personId: 'me', permissions: ['PracticeShare'], ...permissions })} />
      </Suspense>
    </main>,
    'practices',
  );
  await screen.findByRole('heading', { level: 1 });
  return { sent, ...view };
}

test('a published practice is read, and taken into a program of the reader', async () => {
  const { container, user, sent } = await show({}, { permissions: ['PracticeShare', 'ProgramRead', 'ProgramPlan'] });
  server.use(
    http.get('*/api/v1/programs', () =>
      HttpResponse.json({ items: [{ id: 'g', title: 'Первый год', mentees: [{ personId: 'e', name: 'Ефимов' }] }], next: null }),
    ),
  );
  expect(await screen.findByRole('link', { name: 'Первый год' })).toBeInTheDocument();
  expect(screen.getByText('И ещё 1 программа, которая вам не открыта.')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Взять в программу' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('option', { name: 'Первый год (Ефимов)' });
  await user.click(within(dialog).getByRole('button', { name: 'Взять' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
  await user.selectOptions(within(dialog).getByRole('combobox', { name: /Программа/ }), 'g');
  await user.type(within(dialog).getByRole('textbox', { name: /Для чего/ }), 'К цели');
  await user.click(within(dialog).getByRole('button', { name: 'Взять' }));
  await waitFor(() => expect(sent).toEqual([{ path: '/uses', body: { programId: 'g', kind: 'Resource', note: 'К цели' } }]));
});

test('an author answers for the own name and takes a material away', async () => {
  const { container, user, sent } = await show({
    status: 'Draft',
    own: true,
    publishedAt: null,
    authors: [{ personId: 'me', name: 'Сафина Г. Р.', named: null }],
    steps: ['Submit', 'Withdraw'],
  });
  expect(await screen.findByText(/Можно ли указывать ваше имя/)).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: 'Приложить материал' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Не указывать' }));
  await waitFor(() => expect(sent).toEqual([{ path: '/authorship', body: { named: false } }]));
  await user.click(screen.getByRole('button', { name: 'Убрать: Лист наблюдения' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Убрать' }));
  await waitFor(() => expect(sent[1]).toEqual({ path: '/materials/m', body: undefined }));
});

test('an author attaches a material, and what the server objects to stands at the file', async () => {
  const { user } = await show({ status: 'Draft', own: true, publishedAt: null, materials: [] });
  const sent: string[] = [];
  server.use(
    http.post('*/practices/p/materials', async ({ request }) => {
      sent.push(await request.text());
      if (sent.length > 1) return HttpResponse.json({ id: 'n' }, { status: 201 });
      return HttpResponse.json(
        { status: 400, code: 'file.type', detail: 'x', errors: { '/file': ['Такие файлы не принимаются'] } },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      );
    }),
  );
  await user.type(await screen.findByRole('textbox', { name: /Что это/ }), 'План урока');
  await user.click(screen.getByRole('button', { name: 'Приложить' }));
  expect((await screen.findAllByText('Выберите файл'))[0]).toBeInTheDocument();
  await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, new File(['План'], 'plan.txt', { type: 'text/plain' }));
  await user.click(screen.getByRole('button', { name: 'Приложить' }));
  expect(await screen.findByRole('link', { name: /^«.+»: Такие файлы не принимаются$/ })).toHaveAttribute('href', '#file');
  await user.click(screen.getByRole('button', { name: 'Приложить' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Что это/ })).toHaveValue(''));
  expect(sent).toHaveLength(2);
  expect(sent[1]).toContain('План урока');
});

test('what keeps a practice from being handed in is said in the dialog', async () => {
  const { user } = await show({ status: 'Draft', own: true, publishedAt: null, steps: ['Submit'] });
  server.use(
    http.post('*/practices/p/submit', () =>
      HttpResponse.json(
        { status: 409, code: 'practice.authors-unanswered', detail: 'Сначала каждый автор должен ответить' },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Передать на рассмотрение' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Передать на рассмотрение' }));
  expect(await within(dialog).findByText(/каждый автор должен ответить/)).toBeInTheDocument();
});

test('authors read reviews of all rounds without names', async () => {
  const { container } = await show({ own: true, round: 2, reviews: [{ ...review, round: 2 }, { ...review, recommended: false, comment: 'Мало данных' }] });
  expect(await screen.findByRole('heading', { name: 'Рецензии, круг 2' })).toBeInTheDocument();
  expect(screen.getByText('прежний круг')).toBeInTheDocument();
  expect(screen.getAllByText('Рецензия 1')).toHaveLength(2);
  expect(await axeFaults(container)).toEqual([]);
});

test('a reviewer marks every criterion', async () => {
  const { user, sent } = await show({
    status: 'InReview',
    publishedAt: null,
    mayReview: true,
    reviews: [{ ...review, reviewerName: 'Я', recommended: null, comment: null, marks: [], awaited: true, own: true }],
  });
  await user.click(screen.getByRole('button', { name: 'Написать рецензию' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить рецензию' }));
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
  await user.selectOptions(within(dialog).getByRole('combobox', { name: /Можно повторить/ }), '3');
  await user.type(within(dialog).getByRole('textbox', { name: /На чём основана/ }), 'Шаги');
  await user.selectOptions(within(dialog).getByRole('combobox', { name: /Отобрать для банка/ }), 'true');
  await user.type(within(dialog).getByRole('textbox', { name: /важно знать авторам/ }), 'Полезно');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить рецензию' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { path: '/review', body: { marks: [{ criterion: 'clarity', mark: 3, ground: 'Шаги' }], recommended: true, comment: 'Полезно' } },
    ]),
  );
});

test('two members at least are asked, and what the server objects to stands at the field', async () => {
  const { user } = await show({ status: 'Submitted', publishedAt: null, steps: ['TakeUp', 'Return'] });
  const seat = (personId: string, name: string, kind = 'Member') => ({ personId, name, kind, status: 'Held' });
  server.use(
    http.get('*/organizations/o/council', () =>
      HttpResponse.json({ seats: [seat('a', 'Орлов', 'Chair'), seat('b', 'Белова'), { ...seat('c', 'Ушедшая'), status: 'Ended' }] }),
    ),
    http.post('*/practices/p/reviewers', () =>
      HttpResponse.json(
        { status: 400, code: 'practice.reviewer-unfit', detail: 'x', errors: { '/personIds': ['Рецензируют члены совета'] } },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Назначить рецензентов' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('checkbox', { name: 'Орлов, председатель' }));
  expect(within(dialog).queryByText('Ушедшая')).not.toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Попросить о рецензии' }));
  expect((await within(dialog).findAllByText('Выберите хотя бы двоих'))[0]).toBeInTheDocument();
  await user.click(within(dialog).getByRole('checkbox', { name: 'Белова' }));
  await user.click(within(dialog).getByRole('button', { name: 'Попросить о рецензии' }));
  expect((await within(dialog).findAllByText('Рецензируют члены совета'))[0]).toBeInTheDocument();
  expect(await axeFaults(dialog)).toEqual([]);
});

test('the council decides with words for the authors', async () => {
  const { user, sent } = await show({
    status: 'InReview',
    publishedAt: null,
    steps: ['TakeUp', 'Select', 'Return'],
    reviews: [{ ...review, reviewerName: 'Белова' }],
  });
  await user.click(screen.getByRole('button', { name: 'Отобрать' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Почему практика отобрана/ }), 'Результат измерен');
  await user.click(within(dialog).getByRole('button', { name: 'Отобрать' }));
  await waitFor(() => expect(sent).toEqual([{ path: '/decide', body: { version: 4, selected: true, comment: 'Результат измерен' } }]));
});
