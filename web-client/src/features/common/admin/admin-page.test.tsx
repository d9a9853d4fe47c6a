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
  return <AdminPage tab={tab} onTab={setTab} accounts={<p>Здесь учётные записи</p>} />;
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

test('the operator sees who uses the room, and gives one organization more', async () => {
  const sent: unknown[] = [];
  const GB = 1024 ** 3;
  server.use(
    http.get('*/api/v1/storage', () =>
      HttpResponse.json({
        free: GB / 2, reserve: GB, floor: GB / 4, database: 3 * GB, files: 2 * GB, defaultLimit: 5 * GB, takesFiles: false, takesWrites: true,
      }),
    ),
    http.get('*/api/v1/storage/organizations', () =>
      HttpResponse.json({
        items: [
          {
            organizationId: 'o1', name: 'СОШ № 3', regionCode: 'RU-TVE', regionNameRu: 'Тверская область', regionNameEn: 'Tver region',
            bytes: 2 * GB, files: 140, limit: 5 * GB, ownLimit: null,
          },
        ],
        next: null,
      }),
    ),
    http.put('*/api/v1/organizations/o1/storage/quota', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ limit: 7 * GB });
    }),
  );
  const { user, container } = await renderUi(<main><Page start="storage" /></main>, 'admin');
  expect(await screen.findByText('Места меньше резерва: файлы не принимаются.')).toBeInTheDocument();
  expect(await screen.findByText('Тверская область')).toBeVisible();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Изменить квоту: СОШ № 3' }));
  const dialog = await screen.findByRole('dialog');
  const field = within(dialog).getByLabelText(/Мегабайты/);
  await user.type(field, '1,5');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить квоту' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('целое число');
  await user.clear(field);
  await user.type(field, '7168');
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить квоту' }));
  await waitFor(() => expect(sent).toEqual([{ megabytes: 7168 }]));
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
