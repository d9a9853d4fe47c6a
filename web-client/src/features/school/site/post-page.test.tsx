import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Post } from './api';
import { PostPage } from './post-page';

const post: Post = {
  id: 'p1',
  organizationId: 'o1',
  category: 'News',
  status: 'Draft',
  title: 'Круглый стол',
  lead: 'Обсудили первый год',
  body: '## План\n\n- раз\n- два\n\nhttps://school.example/plan',
  heldOn: null,
  publishedAt: null,
  withdrawReason: null,
  version: 3,
  people: [],
};

async function open(of?: Post, refuse = false) {
  const sent: [string, unknown][] = [];
  server.use(
    http.get('*/api/v1/organizations/o1/site/people', () => HttpResponse.json([])),
    http.all('*/api/v1/*site*', async ({ request }) => {
      const path = new URL(request.url).pathname;
      sent.push([`${request.method} ${path}`, await request.json()]);
      if (refuse && path.endsWith('publish')) return problem(409, { code: 'site.name-not-released', detail: 'В тексте назван сотрудник' });
      return HttpResponse.json({ id: 'p1', status: 'Draft', version: 4 });
    }),
  );
  const onCreated = vi.fn();
  const view = await renderPage(
    <main>
      <PostPage organizationId="o1" post={of} onCreated={onCreated} />
    </main>,
    'site',
  );
  return { sent, onCreated, ...view };
}

test('shows the post as readers will see it', async () => {
  const { container } = await open(post);
  const preview = within(await screen.findByRole('region', { name: 'Так увидят читатели' }));
  expect(preview.getByRole('heading', { name: 'План' })).toBeVisible();
  expect(preview.getAllByRole('listitem')).toHaveLength(2);
  expect(preview.getByRole('link', { name: 'https://school.example/plan' })).toHaveAttribute('href', 'https://school.example/plan');
  expect(await axeFaults(container)).toEqual([]);
});

test('a new post is drafted and then published', async () => {
  const { sent, onCreated, user } = await open();
  await user.type(await screen.findByRole('textbox', { name: /Заголовок/ }), 'Первая новость');
  await user.type(screen.getByRole('textbox', { name: /Коротко/ }), 'Началось');
  await user.click(screen.getByRole('button', { name: 'Опубликовать' }));
  await vi.waitFor(() => expect(onCreated).toHaveBeenCalledWith('p1'));
  expect(sent).toEqual([
    ['POST /api/v1/organizations/o1/site/posts', { category: 'News', title: 'Первая новость', lead: 'Началось', body: '', heldOn: null, personIds: [] }],
    ['POST /api/v1/site-posts/p1/publish', { version: 4 }],
  ]);
});

test('says why a text with a name is not published', async () => {
  const { user } = await open(post, true);
  await user.click(await screen.findByRole('button', { name: 'Опубликовать' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('В тексте назван сотрудник');
});
