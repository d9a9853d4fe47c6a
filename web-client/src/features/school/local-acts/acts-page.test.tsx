import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { ActActions } from './act-actions';
import { ActPaper } from './act-paper';
import type { Act } from './api';
import { DraftDialog } from './draft-dialog';

const act = (change: Partial<Act>): Act => ({
  id: 'a1',
  organizationId: 'o1',
  organizationName: 'Школа № 12',
  organizationFullName: 'Средняя школа № 12',
  timeZone: 'Europe/Moscow',
  kind: 'Regulation',
  title: 'Положение',
  status: 'Draft',
  edition: 1,
  needsUnion: true,
  noUnionReason: null,
  number: null,
  signedOn: null,
  effectiveOn: null,
  approvedByName: null,
  endedOn: null,
  endReason: null,
  supersedesId: null,
  supersedesTitle: null,
  successorId: null,
  updatedAt: '2026-11-20T08:00:00Z',
  version: 3,
  text: '# Положение',
  paper: [],
  editions: [],
  cosigns: [],
  returns: [],
  steps: [],
  ...change,
});

test('the sheet reads as headings, paragraphs and a headed table', async () => {
  const { container } = await renderUi(
    <main>
      <h1>Документ</h1>
      <ActPaper
        label="Положение"
        blocks={[
          { kind: 'Title', text: 'Положение', rows: [] },
          { kind: 'Paragraph', text: '1.1. Наставничество добровольно.', rows: [] },
          { kind: 'Table', text: '', rows: [['№', 'Мероприятие'], ['1', 'Приказ']] },
          { kind: 'Signature', text: 'Руководитель', rows: [['Орлова А. П.']] },
        ]}
      />
    </main>,
    'local-acts',
  );

  expect(screen.getByRole('heading', { name: 'Положение' })).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: 'Мероприятие' })).toBeInTheDocument();
  expect(screen.getByText('Орлова А. П.')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('the union objects with a reason and the version that was read', async () => {
  let sent: unknown;
  server.use(
    http.post('*/api/v1/acts/a1/cosign', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'a1', status: 'Draft', edition: 1, version: 4 });
    }),
  );
  const { user } = await renderUi(<ActActions act={act({ steps: ['Cosign', 'RefuseCosign'] })} onEdit={vi.fn()} />, 'local-acts');

  expect(screen.queryByRole('button', { name: 'Править текст' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Возразить' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Возразить' }));
  expect(sent).toBeUndefined();
  await user.type(within(dialog).getByLabelText(/Причина/), 'Нет размера доплаты');
  await user.click(within(dialog).getByRole('button', { name: 'Возразить' }));
  await vi.waitFor(() => expect(sent).toEqual({ version: 3, given: false, comment: 'Нет размера доплаты' }));
});

test('a draft of a kind that asks the union needs a reason to leave it out', async () => {
  const onDrafted = vi.fn();
  const bodies: unknown[] = [];
  server.use(
    http.get('*/api/v1/organizations/o1/act-templates', () => HttpResponse.json({ templates: [], fields: [] })),
    http.post('*/api/v1/organizations/o1/acts', async ({ request }) => {
      bodies.push(await request.json());
      return bodies.length === 1
        ? problem(409, { code: 'act.successor-exists', detail: 'Новая редакция этого акта уже готовится.' })
        : HttpResponse.json({ id: 'new', status: 'Draft', edition: 1, version: 1 }, { status: 201 });
    }),
  );
  const { user } = await renderUi(
    <DraftDialog organizationId="o1" opened kind="Regulation" onClose={vi.fn()} onDrafted={onDrafted} />,
    'local-acts',
  );

  await user.click(await screen.findByRole('checkbox', { name: 'Запросить мнение профсоюза' }));
  await user.click(screen.getByRole('button', { name: 'Составить черновик' }));
  expect(bodies).toEqual([]);
  await user.type(screen.getByLabelText(/Почему мнение профсоюза/), 'Организации нет');
  await user.click(screen.getByRole('button', { name: 'Составить черновик' }));
  expect(await screen.findByText('Новая редакция этого акта уже готовится.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Составить черновик' }));
  await vi.waitFor(() => expect(onDrafted).toHaveBeenCalledWith('new'));
  expect(bodies[1]).toEqual({ kind: 'Regulation', needsUnion: false, noUnionReason: 'Организации нет' });
});
