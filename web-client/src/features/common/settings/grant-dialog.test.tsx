import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { references } from '@/testing/fixtures';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import { GrantDialog } from './grant-dialog';

test('who has no account is invited and gets the role; whoever invites sees where the link went, not the link', async () => {
  const sent: unknown[] = [];
  server.use(
    ...references,
    http.get('*/api/v1/organizations/o1/accounts', () =>
      HttpResponse.json([{ personId: 'p1', name: 'Белова Ольга Игоревна', positionCode: 'teacher', email: 'belova@school.example', accountId: null }]),
    ),
    http.post('*/api/v1/accounts', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(
        { accountId: 'acc', invitationId: 'i1', delivery: 'Mail', sentTo: 'b***@school.example', code: null, expiresAt: '2026-11-30T08:00:00Z' },
        { status: 201 },
      );
    }),
    http.post('*/api/v1/role-assignments', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1' }, { status: 201 });
    }),
  );
  const { user } = await renderUi(<GrantDialog organizationId="o1" role="Curator" position="deputy-head" opened onClose={vi.fn()} />, 'settings');

  expect(await screen.findByRole('dialog', { name: 'Назначить куратора' })).toBeInTheDocument();
  await user.click(screen.getByRole('combobox', { name: /Сотрудник/ }));
  await user.click(await screen.findByRole('option', { name: /Белова/ }));
  await user.type(screen.getByLabelText(/Основание/), 'Приказ № 7');
  expect(await axeFaults(screen.getByRole('dialog'))).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Пригласить и назначить' }));

  expect(await screen.findByRole('status')).toHaveTextContent('b***@school.example');
  expect(screen.queryByText(/set-password/)).not.toBeInTheDocument();
  expect(sent).toEqual([
    { personId: 'p1', email: 'belova@school.example', organizationId: 'o1', delivery: 'Mail' },
    { accountId: 'acc', role: 'Curator', organizationId: 'o1', basis: 'Приказ № 7' },
  ]);
});

test('a head gives every role of a school but that of a head', async () => {
  server.use(...references, http.get('*/api/v1/organizations/o1/accounts', () => HttpResponse.json([])));
  await renderUi(<GrantDialog organizationId="o1" opened onClose={vi.fn()} />, 'settings');

  const role = await screen.findByRole('combobox', { name: 'Роль' });
  expect([...role.querySelectorAll('option')].map(({ value }) => value)).toEqual([
    'Curator',
    'CouncilChair',
    'CouncilMember',
    'Psychologist',
    'UnionRepresentative',
    'SiteEditor',
    'Mentor',
    'Mentee',
  ]);
});

test('a body of the external contour gives its own roles, and its founder that of its head', async () => {
  server.use(...references, http.get('*/api/v1/organizations/o1/accounts', () => HttpResponse.json([])));
  await renderUi(<GrantDialog organizationId="o1" body founder opened onClose={vi.fn()} />, 'settings');

  const role = await screen.findByRole('combobox', { name: 'Роль' });
  expect([...role.querySelectorAll('option')].map(({ value }) => value)).toEqual(['CentreHead', 'Tutor', 'Methodologist', 'Expert', 'Curator']);
});

test('a confidential role is explained, asks for the order and is proposed', async () => {
  const sent: unknown[] = [];
  server.use(
    ...references,
    http.get('*/api/v1/organizations/o1/accounts', () =>
      HttpResponse.json([{ personId: 'p1', name: 'Белова Ольга Игоревна', positionCode: 'psychologist', email: 'belova@school.example', accountId: 'acc' }]),
    ),
    http.post('*/api/v1/role-assignments', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ id: 'r1', awaitsConfirmation: true }, { status: 201 });
    }),
  );
  const onClose = vi.fn();
  const { user } = await renderUi(<GrantDialog organizationId="o1" opened onClose={onClose} />, 'settings');

  expect(screen.queryByRole('note')).not.toBeInTheDocument();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Роль' }), 'Psychologist');
  expect(screen.getByRole('note')).toHaveTextContent('закрытые для руководителя и куратора');
  await user.click(screen.getByRole('combobox', { name: /Сотрудник/ }));
  await user.click(await screen.findByRole('option', { name: /Белова/ }));
  expect(await axeFaults(screen.getByRole('dialog'))).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Предложить роль' }));
  expect(sent).toEqual([]);

  await user.type(screen.getByLabelText(/Основание/), 'Приказ № 7');
  await user.click(screen.getByRole('button', { name: 'Предложить роль' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([{ accountId: 'acc', role: 'Psychologist', organizationId: 'o1', basis: 'Приказ № 7' }]);
});
