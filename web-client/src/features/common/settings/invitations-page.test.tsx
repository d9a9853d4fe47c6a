import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import type { Invitation } from './api';
import { InvitationsPage } from './invitations-page';

const sheet: Invitation = {
  id: 'i1',
  accountId: 'a1',
  name: 'Белова Ольга Игоревна',
  email: 'belova@school.example',
  delivery: 'Sheet',
  sentTo: null,
  state: 'AwaitsHandOver',
  renewal: false,
  invitedByName: 'Директорова Анна',
  invitedAt: '2026-11-20T08:00:00Z',
  expiresAt: '2026-11-27T08:00:00Z',
  handedOverByName: null,
  handedOverAt: null,
  mayHandOver: true,
};
const listed = (...rows: Invitation[]) => http.get('*/api/v1/organizations/o1/invitations', () => HttpResponse.json(rows));

test('the second official checks the document and gets the sheet, without its code', async () => {
  const sent: unknown[] = [];
  server.use(
    listed(sheet),
    http.post('*/api/v1/invitations/i1/hand-over', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ token: 'secret', name: sheet.name, email: sheet.email, organizationName: 'СОШ № 1', expiresAt: sheet.expiresAt });
    }),
  );
  const { user } = await renderUi(<InvitationsPage organizationId="o1" mayInvite={false} />, 'settings');
  await user.click(await screen.findByRole('button', { name: 'Вручить лист: Белова Ольга Игоревна' }));
  await user.selectOptions(await screen.findByLabelText(/Какой документ/), 'Другой документ с фотографией');
  await user.click(screen.getByRole('button', { name: 'Документ проверен, показать лист' }));

  const dialog = screen.getByRole('dialog');
  expect(await within(dialog).findByText(/set-password\?sheet=yes#secret/)).toBeInTheDocument();
  expect(within(dialog).getByText('СОШ № 1')).toBeInTheDocument();
  expect(sent).toEqual([{ document: 'OtherDocument' }]);
  expect(await axeFaults(dialog)).toEqual([]);
  expect(screen.queryByRole('button', { name: /Отозвать/ })).not.toBeInTheDocument();
});

test('whoever invites makes a new invitation, and sees the code once', async () => {
  server.use(
    listed({ ...sheet, state: 'Expired', mayHandOver: false }),
    http.post('*/api/v1/accounts/a1/invitations', () =>
      HttpResponse.json({ accountId: 'a1', invitationId: 'i2', delivery: 'Sheet', sentTo: null, code: 'ABCDEFGH', expiresAt: '2026-12-04T08:00:00Z' }),
    ),
  );
  const { user, container } = await renderUi(<InvitationsPage organizationId="o1" mayInvite />, 'settings');
  expect(await screen.findByText('Устарело')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Пригласить заново: Белова Ольга Игоревна' }));
  await user.click(await screen.findByRole('button', { name: 'Пригласить заново' }));
  expect(await screen.findByText('ABCD-EFGH')).toBeInTheDocument();
});
