import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import type { Proposal } from './api';
import { OwnProposals } from './own-proposals';
import { Proposals } from './proposals';
import { RolesToConfirmPage } from './roles-to-confirm-page';

const proposal = (rest: Partial<Proposal> = {}): Proposal => ({
  id: 'p1',
  role: 'Psychologist',
  name: 'Белова Ольга Игоревна',
  organizationId: 'o1',
  organizationName: 'Школа № 12',
  seat: false,
  basis: 'Приказ № 7',
  startedOn: '2026-12-01',
  endedOn: null,
  status: 'Agreed',
  proposedAt: '2026-11-28T08:00:00Z',
  proposedByName: 'Ким Антон Сергеевич',
  reason: null,
  version: 2,
  may: true,
  ...rest,
});

/** What a path was sent. */
function posted(path: string) {
  const sent: unknown[] = [];
  server.use(
    http.post(path, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Confirmed', version: 3 });
    }),
  );
  return sent;
}

test('who confirms does so at once, refuses only with a reason, and not what is not theirs', async () => {
  server.use(
    http.get('*/api/v1/role-proposals', () =>
      HttpResponse.json([proposal(), proposal({ id: 'p2', name: 'Орлов Пётр Ильич', role: 'CouncilChair', seat: true, may: false })]),
    ),
  );
  const sent = posted('*/api/v1/role-proposals/p1/decide');
  const { user, container } = await renderUi(<RolesToConfirmPage />, 'settings');

  const [first, second] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent('Школа № 12 · Приказ № 7');
  expect(second).toHaveTextContent('вместе с местом в совете');
  expect(within(second!).queryByRole('button')).not.toBeInTheDocument();
  expect(second).toHaveTextContent('Подтверждает другой человек');
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: /Отклонить: Белова/ }));
  let dialog = await screen.findByRole('dialog', { name: 'Отклонить назначение?' });
  await user.click(within(dialog).getByRole('button', { name: 'Отклонить' }));
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByRole('textbox'), 'Приказ не подписан');
  await user.click(within(dialog).getByRole('button', { name: 'Отклонить' }));
  await expect.poll(() => sent).toEqual([{ version: 2, confirmed: false, reason: 'Приказ не подписан' }]);

  await user.click(await screen.findByRole('button', { name: /Подтвердить: Белова/ }));
  dialog = await screen.findByRole('dialog', { name: 'Подтвердить назначение?' });
  await user.click(within(dialog).getByRole('button', { name: 'Подтвердить' }));
  await expect.poll(() => sent.at(-1)).toEqual({ version: 2, confirmed: true });
});

test('the school sees what waits and why something was refused, and takes back what waits', async () => {
  server.use(
    http.get('*/api/v1/organizations/o1/role-proposals', () =>
      HttpResponse.json([proposal({ status: 'Proposed', version: 1 }), proposal({ id: 'p2', status: 'Refused', reason: 'Приказ не подписан', may: false })]),
    ),
  );
  const sent = posted('*/api/v1/role-proposals/p1/withdraw');
  const { user, container } = await renderUi(<Proposals organizationId="o1" />, 'settings');

  const [waiting, refused] = await screen.findAllByRole('listitem');
  expect(waiting).toHaveTextContent('Ждёт согласия');
  expect(refused).toHaveTextContent('Причина: Приказ не подписан');
  expect(await axeFaults(container)).toEqual([]);
  await user.click(within(waiting!).getByRole('button', { name: /Отозвать/ }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Отозвать' }));
  await expect.poll(() => sent).toEqual([{ version: 1 }]);
});

test('whoever is asked agrees or declines, and later still declines', async () => {
  server.use(http.get('*/api/v1/me/role-proposals', () => HttpResponse.json([proposal({ status: 'Proposed', version: 1 })])));
  const sent = posted('*/api/v1/role-proposals/p1/answer');
  const { user, container } = await renderUi(<OwnProposals />, 'settings');

  expect(await screen.findByRole('heading', { name: 'Вам предлагают роль: Педагог-психолог' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  server.use(http.get('*/api/v1/me/role-proposals', () => HttpResponse.json([proposal()])));
  await user.click(screen.getByRole('button', { name: 'Согласиться' }));
  expect(await screen.findByText(/Вы согласились/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Согласиться' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Отказаться' }));
  await expect.poll(() => sent).toEqual([
    { version: 1, accepted: true },
    { version: 2, accepted: false },
  ]);
});
