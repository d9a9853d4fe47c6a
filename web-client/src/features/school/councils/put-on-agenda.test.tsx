import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { PutOnAgenda } from './put-on-agenda';
import type { MeetingItem } from './types';

const meeting = (change: Partial<MeetingItem>): MeetingItem => ({
  ...{ id: 'm1', status: 'Planned', startsAt: '2026-12-10T12:00:00Z', place: 'Учительская', number: null, schoolYear: null },
  ...{ points: 1, decisions: 0, members: null, present: null, firstPoint: null },
  ...change,
});

async function open(...items: MeetingItem[]) {
  server.use(http.get('*/organizations/o/council/meetings', () => HttpResponse.json({ items, next: null })));
  const view = await renderPage(<PutOnAgenda organizationId="o" actId="a1" title="Положение" />, 'councils');
  await view.user.click(await screen.findByRole('button', { name: 'В повестку совета' }));
  return { ...view, dialog: await screen.findByRole('dialog', { name: 'Внести акт в повестку совета' }) };
}

test('an act goes on the agenda of a planned meeting, with a link to it', async () => {
  let sent: unknown;
  server.use(
    http.post('*/council/meetings/m1/agenda', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'p', position: 2 });
    }),
  );
  const { user, dialog } = await open(meeting({}), meeting({ id: 'm0', status: 'Held', place: 'Музей' }));
  await user.click(within(dialog).getByRole('button', { name: 'Внести' }));
  expect(await within(dialog).findByRole('link', { name: 'Заполните поле «Заседание»' })).toBeVisible();
  expect(await axeFaults(dialog)).toEqual([]);

  expect(within(dialog).queryByRole('option', { name: /Музей/ })).not.toBeInTheDocument();
  await user.selectOptions(within(dialog).getByRole('combobox', { name: /Заседание/ }), 'm1');
  await user.click(within(dialog).getByRole('button', { name: 'Внести' }));

  expect(await screen.findByText('Внесено в повестку, вопрос № 2')).toBeInTheDocument();
  expect(sent).toEqual({ kind: 'Act', subject: 'О локальном акте «Положение»', speaker: null, link: '/documents/a1' });
});

test('what the server refuses stands at its field', async () => {
  server.use(http.post('*/council/meetings/m1/agenda', () => problem(400, { errors: { '/subject': ['Слишком длинно.'] } })));
  const { user, dialog } = await open(meeting({}));
  await user.selectOptions(await within(dialog).findByRole('combobox', { name: /Заседание/ }), 'm1');
  await user.click(within(dialog).getByRole('button', { name: 'Внести' }));
  await vi.waitFor(() => expect(within(dialog).getByRole('textbox', { name: 'Вопрос' })).toHaveAccessibleDescription('Слишком длинно.'));
});

test('without a planned meeting the dialog leads to where one is called', async () => {
  const { user } = await open(meeting({ status: 'Cancelled' }));
  expect(await screen.findByRole('link', { name: 'К заседаниям совета' })).toHaveAttribute('href', '/council?tab=meetings');
  await user.keyboard('{Escape}');
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'В повестку совета' })).toHaveFocus());
});
