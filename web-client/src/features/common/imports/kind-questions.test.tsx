import { screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Import } from './api';
import { found } from './fixtures';
import { ImportPage } from './import-page';

const register: Import = {
  ...found,
  kind: 'OrganizationRegister',
  organizationId: null,
  fileName: 'register.json',
  rowsTotal: 4,
  rowsDone: 4,
  problems: 2,
  creates: 1,
  updates: 0,
  unchanged: 0,
  staff: 0,
  joins: 0,
  leaves: 0,
};

test('what a name does not tell is asked, with a guess, and the answers are sent together', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(register)),
    http.get('*/api/v1/imports/i/problems', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/imports/i/organizations', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/dictionaries/organization-kind', () =>
      HttpResponse.json([
        { code: 'School', nameRu: 'Школа', nameEn: 'School' },
        { code: 'Institute', nameRu: 'Институт', nameEn: 'Institute' },
        { code: 'University', nameRu: 'Вуз', nameEn: 'University' },
      ]),
    ),
    http.get('*/api/v1/imports/i/kinds', () =>
      HttpResponse.json([
        { key: '1', name: 'Академия успеха', guess: 'University', kind: null },
        { key: '2', name: 'Вектор', guess: 'School', kind: null },
        { key: '3', name: 'Отвечено', guess: 'School', kind: 'School' },
      ]),
    ),
    http.post('*/api/v1/imports/i/kinds', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ status: 'Received', version: 6 });
    }),
  );
  const { user, container } = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  const choice = await screen.findByLabelText('Академия успеха');
  expect(await axeFaults(container)).toEqual([]);
  expect(screen.queryByLabelText('Отвечено')).not.toBeInTheDocument();
  expect(screen.getByText('Закроются')).toBeInTheDocument();
  await user.selectOptions(choice, 'Институт');
  await user.click(screen.getByRole('button', { name: 'Сохранить ответы и проверить файл снова' }));
  await waitFor(() =>
    expect(sent).toEqual([{ version: 5, answers: [{ key: '1', kind: 'Institute' }, { key: '2', kind: 'School' }] }]),
  );
});

async function open(change: object) {
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json({ ...register, ...change })),
    http.get('*/api/v1/imports/i/problems', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/imports/i/organizations', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
    http.get('*/api/v1/imports/i/kinds', () => HttpResponse.json([])),
  );
  const view = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  await screen.findByText('register.json');
  return view;
}

test('what the register names and has not sent is told, and that nothing closes for it', async () => {
  const { container } = await open({ missingPages: [2, 4], rowsMissing: 25 });
  const told = screen.getByText(/Не хватает страниц: 2, 4/);
  expect(told).toHaveTextContent('ещё 25 свидетельств');
  expect(told).toHaveTextContent('не закрываются');
  expect(await axeFaults(container)).toEqual([]);
});

test('a register of errors alone says how many they are, and offers nothing to confirm', async () => {
  await open({ creates: 0, ends: 0, problems: 7 });
  expect(screen.getByText(/Подтверждать нечего: во всех записях файла \(4\) есть вопросы или ошибки, всего 7/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Внести изменения' })).not.toBeInTheDocument();
  expect(screen.queryByText('Файл неполный')).not.toBeInTheDocument();
});
