import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { StorageCard } from './storage-card';

const MB = 1024 ** 2;
const usage = {
  organization: { used: 4700 * MB, limit: 5120 * MB },
  kinds: [{ kind: 'Product', bytes: 4700 * MB, files: 22 }],
  programs: [{ id: 'p1', title: 'Первый год в школе', bytes: 480 * MB, files: 21 }],
  persons: [{ name: 'Белова Ольга', bytes: 480.2 * MB, files: 1 }],
  programLimit: 512 * MB,
  personLimit: 1024 * MB,
  takesFiles: true,
};

test('the school sees what takes its room, and that it is nearly used', async () => {
  server.use(http.get('*/api/v1/organizations/o1/storage', () => HttpResponse.json(usage)));
  const { container } = await renderPage(<StorageCard organizationId="o1" />, 'settings');
  expect(await screen.findByText(/Занято 4,5 ГБ из 5 ГБ/)).toBeInTheDocument();
  expect(screen.getByText(/Место почти закончилось/)).toBeInTheDocument();
  expect(within(screen.getByRole('list', { name: 'Программы' })).getByRole('link')).toHaveTextContent('Первый год в школе');
  expect(screen.getByText(/480,2 МБ, 1 файл$/)).toBeInTheDocument();
  expect(screen.getByText(/480 МБ, 21 файл$/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});
