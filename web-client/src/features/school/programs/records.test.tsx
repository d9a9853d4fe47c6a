import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { activeProgram } from '@/testing/fixtures';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { ProgramRecord } from './plan-api';
import { Records } from './records';

const course: ProgramRecord = {
  id: 'r1',
  kind: 'ProfessionalDevelopment',
  title: 'Смешанное обучение',
  provider: 'ЦНППМ',
  hours: 36,
  documentNumber: 'У-12',
  startsOn: '2026-10-01',
  endsOn: '2026-11-01',
  addedByName: 'Ким А. П.',
  mayWithdraw: true,
};

async function open(items: ProgramRecord[], mayAdd = true) {
  server.use(http.get('*/programs/*/records', () => HttpResponse.json({ items, mayAdd })));
  const view = await renderPage(
    <main>
      <Records program={activeProgram()} />
    </main>,
    'programs',
  );
  await screen.findByRole('heading', { name: 'Повышение квалификации и методическая работа' });
  return view;
}

test('shows a course with its hours and document, and takes it back after asking', async () => {
  let withdrawn = 0;
  server.use(
    http.delete('*/records/r1', () => {
      withdrawn++;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, container } = await open([course]);
  expect(screen.getByText(/ЦНППМ · 36 часов · документ № У-12 · 01\.10\.2026/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Убрать/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Убрать запись?' });
  expect(withdrawn).toBe(0);
  await user.click(within(dialog).getByRole('button', { name: 'Убрать' }));
  await waitFor(() => expect(withdrawn).toBe(1));
});

test('an item of the methodical plan has neither hours nor a provider', async () => {
  let sent: unknown;
  server.use(
    http.post('*/records', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'r2' }, { status: 201 });
    }),
  );
  const { user } = await open([]);
  expect(screen.getByText('Программа ни с чем не связана')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Связать' }));
  const dialog = await screen.findByRole('dialog', { name: 'С чем связана программа' });
  await user.selectOptions(within(dialog).getByRole('combobox', { name: /^Что это/ }), 'План методической работы');
  expect(within(dialog).queryByRole('textbox', { name: /^Часов/ })).not.toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: /^Название/ }), 'Неделя открытых уроков');
  await user.click(within(dialog).getByRole('button', { name: 'Связать' }));
  await waitFor(() => expect(sent).toMatchObject({ kind: 'MethodicalWork', title: 'Неделя открытых уроков' }));
  expect(sent).not.toHaveProperty('provider');
});

test('whoever may not add is told who does', async () => {
  await open([], false);
  expect(screen.getByText('Связи добавляют участники программы и куратор.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Связать' })).not.toBeInTheDocument();
});
