import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { PracticeEditor } from './practice-editor';

async function show() {
  const sent: unknown[] = [];
  server.use(
    ...references,
    http.get('*/organizations/o/practices', () => HttpResponse.json({ items: [{ id: 'old', title: 'Прежняя' }], next: null })),
    http.get('*/organizations/o/practices/colleagues', () => HttpResponse.json([{ personId: 'c', name: 'Ефимов Артём' }])),
    http.post('*/organizations/o/practices', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'p', status: 'Draft', version: 1 }, { status: 201 });
    }),
  );
  const onSaved = vi.fn();
  const view = await renderPage(
    <main>
      <PracticeEditor organizationId="o" personId="me" onSaved={onSaved} />
    </main>,
    'practices',
  );
  return { sent, onSaved, ...view };
}

const text = (name: RegExp) => screen.findByRole('textbox', { name });

async function fill(user: Awaited<ReturnType<typeof show>>['user']) {
  await user.type(await text(/Название/), 'Вопрос дня');
  await user.type(await text(/затруднение/), 'Начало урока');
  await user.type(await text(/Что и как делать/), 'Вопрос на доске');
  await user.type(await text(/Что получилось/), 'Тишина');
  await user.type(await text(/Чем это подтверждено/), 'Листы');
  await user.click(await screen.findByRole('combobox', { name: /Области компетенций/ }));
  await user.click(await screen.findByRole('option', { name: 'Методическая' }));
}

test('a practice is described with a co-author and what it replaces', async () => {
  const { container, user, sent, onSaved } = await show();
  await fill(user);
  await user.click(await screen.findByRole('combobox', { name: /Соавторы/ }));
  await user.click(await screen.findByRole('option', { name: 'Ефимов Артём' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: /Заменяет/ }), 'old');
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith('p'));
  expect(sent).toEqual([
    {
      title: 'Вопрос дня',
      problem: 'Начало урока',
      description: 'Вопрос на доске',
      results: 'Тишина',
      evidence: 'Листы',
      areas: ['methods'],
      topics: [],
      authorIds: ['c'],
      supersedesId: 'old',
    },
  ]);
});

test('what is missing and what the server objects to stands at its field', async () => {
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Сохранить черновик' }));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  await fill(user);
  server.use(
    http.post('*/organizations/o/practices', () =>
      HttpResponse.json(
        { status: 400, code: 'practice.author-unknown', detail: 'x', errors: { '/authorIds': ['Авторы работают в организации'] } },
        { status: 400, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }));
  expect(await screen.findByRole('link', { name: '«Соавторы»: Авторы работают в организации' })).toHaveAttribute('href', '#authorIds');
  expect(screen.getByRole('combobox', { name: /Соавторы/ })).toHaveAccessibleDescription(/Авторы работают в организации/);
});
