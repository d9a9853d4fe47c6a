import { screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Report } from './api';
import { ReportPage } from './report-page';

const report = (change: Partial<Report> = {}): Report => ({
  organizationId: 'o',
  schoolYear: 2026,
  currentYear: 2026,
  status: 'Draft',
  conclusions: 'Пары сложились',
  proposals: '',
  writtenByName: 'Ким А. П.',
  approvedByName: null,
  approvedAt: null,
  version: 3,
  mayWrite: true,
  mayApprove: true,
  figures: [],
  paper: [],
  ...change,
});

async function open(change: Partial<Report> = {}) {
  server.use(http.get('*/api/v1/organizations/o/reports/2026', () => HttpResponse.json(report(change))));
  const onYear = vi.fn();
  const view = await renderPage(
    <main>
      <Suspense>
        <ReportPage organizationId="o" schoolYear={2026} onYear={onYear} paper={(_, label) => <article aria-label={label} />} />
      </Suspense>
    </main>,
    'reports',
  );
  await screen.findByRole('heading', { level: 1, name: 'Итоговый отчёт' });
  return { ...view, onYear };
}

test('conclusions are written over the version that was read, and stay where somebody was faster', async () => {
  const sent: unknown[] = [];
  const { user, container } = await open();
  expect(await axeFaults(container)).toEqual([]);
  server.use(
    http.put('*/reports/2026', async ({ request }) => {
      sent.push(await request.json());
      return problem(412);
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Написать выводы' }));
  const dialog = await screen.findByRole('dialog', { name: 'Выводы и предложения' });
  const conclusions = within(dialog).getByRole('textbox', { name: /^Выводы/ });
  await user.clear(conclusions);
  await user.type(conclusions, 'Две пары продолжат');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 3, conclusions: 'Две пары продолжат', proposals: '' }]));
  expect(conclusions).toHaveValue('Две пары продолжат');
});

test('approval asks first', async () => {
  let sent: unknown;
  const { user } = await open();
  server.use(
    http.post('*/reports/2026/approve', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ status: 'Approved', version: 4 });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Утвердить' }));
  const dialog = await screen.findByRole('dialog', { name: 'Утвердить отчёт?' });
  expect(sent).toBeUndefined();
  await user.click(within(dialog).getByRole('button', { name: 'Утвердить' }));
  await waitFor(() => expect(sent).toEqual({ version: 3 }));
});

test('an approved report is read, printed and left as it is; other years are a choice away', async () => {
  const { user, onYear } = await open({
    status: 'Approved',
    approvedByName: 'Орлов П. И.',
    approvedAt: '2026-11-20T12:00:00Z',
    mayWrite: false,
    mayApprove: false,
  });
  expect(screen.getByText('Орлов П. И., 20.11.2026')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Написать выводы' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Утвердить' })).not.toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Учебный год' }), '2025/26');
  expect(onYear).toHaveBeenCalledWith(2025);
});
