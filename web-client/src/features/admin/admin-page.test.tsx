import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { AdminPage } from './admin-page';
import type { AdminTab } from './admin-tabs';

function Page({ start }: { start: AdminTab }) {
  const [tab, setTab] = useState(start);
  return <AdminPage tab={tab} onTab={setTab} />;
}
const district = { code: 'cfo', parentCode: 'RU', level: 'FederalDistrict', nameRu: 'Центральный', nameEn: 'Central', timeZone: null };

test('goes down the tree, and a territory is added where one stands', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/territories', ({ request }) =>
      HttpResponse.json(request.url.includes('parent=RU') ? [district] : []),
    ),
    http.post('*/api/v1/territories', async ({ request }) => {
      sent.push(await request.json());
      return sent.length === 1
        ? problem(409, { detail: 'Территория с таким кодом уже есть.' })
        : HttpResponse.json({ code: 'RU-TVE', level: 'Region' }, { status: 201 });
    }),
  );
  const { user, container } = await renderUi(<main><Page start="territories" /></main>, 'admin');
  await user.click(await screen.findByRole('button', { name: 'Центральный' }));
  expect(await screen.findByText('Территорий здесь нет')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Добавить территорию' }));
  const dialog = await screen.findByRole('dialog');
  const add = within(dialog).getByRole('button', { name: 'Добавить территорию' });
  await user.click(add);
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Исправьте 4 ошибки');

  await user.type(within(dialog).getByLabelText(/^Код/), 'RU-TVE');
  await user.type(within(dialog).getByLabelText(/по-русски/), 'Тверская область');
  await user.type(within(dialog).getByLabelText(/по-английски/), 'Tver Oblast');
  await user.type(within(dialog).getByLabelText(/Часовой пояс/), 'Europe/Moscow');
  await user.click(add);
  expect(await within(dialog).findByText('Территория с таким кодом уже есть.')).toBeInTheDocument();
  await user.click(add);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent[1]).toEqual({
    code: 'RU-TVE',
    parentCode: 'cfo',
    nameRu: 'Тверская область',
    nameEn: 'Tver Oblast',
    timeZone: 'Europe/Moscow',
  });
});

test('a new version of an entry keeps its code and its own data', async () => {
  const sent: unknown[] = [];
  const entry = { code: 'tutor', nameRu: 'Тьютор', nameEn: 'Tutor', source: null, data: { teaching: true }, version: 2, validFrom: '2026-01-01' };
  server.use(
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([entry])),
    http.post('*/api/v1/dictionaries/position/tutor/revisions', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ code: 'tutor', version: 3, validFrom: '2026-11-01' }, { status: 201 });
    }),
  );
  const { user } = await renderUi(<main><Page start="dictionaries" /></main>, 'admin');
  await user.click(await screen.findByRole('button', { name: 'Изменить запись: Тьютор' }));
  const dialog = await screen.findByRole('dialog');
  const name = within(dialog).getByLabelText(/по-русски/);
  await user.clear(name);
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить редакцию' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Заполните поле «Название по-русски»');
  expect(await axeFaults(dialog)).toEqual([]);

  await user.type(name, 'Тьютор школы');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить редакцию' }));
  await waitFor(() =>
    expect(sent).toEqual([{ version: 2, nameRu: 'Тьютор школы', nameEn: 'Tutor', data: { teaching: true } }]),
  );
});
