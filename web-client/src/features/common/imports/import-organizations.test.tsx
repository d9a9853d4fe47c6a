import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Import, ImportOrganization, OrganizationChange } from './api';
import { ImportPage } from './import-page';

const register: Import = {
  id: 'i',
  kind: 'OrganizationRegister',
  status: 'Checked',
  organizationId: null,
  regionCode: null,
  fileName: 'register.json',
  rowsTotal: 3,
  rowsDone: 3,
  problems: 0,
  creates: 1,
  updates: 1,
  ends: 1,
  unchanged: 0,
  elsewhere: 0,
  staff: 0,
  joins: 0,
  leaves: 0,
  asksMassChange: false,
  isAskedAgain: false,
  missingPages: [],
  rowsMissing: 0,
  questions: 0,
  createdAt: '2026-10-01T09:00:00Z',
  createdBy: 'Ким',
  failure: null,
  version: 1,
};

const one = (change: OrganizationChange, name: string, rest: Partial<ImportOrganization> = {}): ImportOrganization => ({
  change,
  organizationId: null,
  key: '1026901606610',
  name,
  day: '2024-05-31',
  changes: [],
  successor: null,
  kind: null,
  ...rest,
});
const organizations: Record<OrganizationChange, ImportOrganization[]> = {
  Closes: [one('Closes', 'Школа с концом', { organizationId: 'a', successor: 'Школа без конца' })],
  Opens: [],
  Comes: [one('Comes', 'Новая школа', { kind: 'School' })],
  Changes: [one('Changes', 'Школа до', { organizationId: 'b', changes: [{ field: 'kpp', before: null, after: '690701001' }] })],
};

test('which organizations close, come and change is shown before it is confirmed', async () => {
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(register)),
    http.get('*/api/v1/imports/i/kinds', () => HttpResponse.json([])),
    http.get('*/api/v1/dictionaries/*', () => HttpResponse.json([{ code: 'School', nameRu: 'Школа', nameEn: 'School' }])),
    http.get('*/api/v1/imports/i/organizations', ({ request }) =>
      HttpResponse.json({ items: organizations[new URL(request.url).searchParams.get('change') as OrganizationChange], next: null }),
    ),
  );
  const { user, container } = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  expect(await screen.findByRole('link', { name: 'Школа с концом' })).toHaveAttribute('href', '/organizations/a');
  expect(screen.getByText('31.05.2024')).toBeInTheDocument();
  expect(screen.getByText('Преемник: Школа без конца')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByText('Новые'));
  expect(await screen.findByText('Новая школа')).toBeInTheDocument();
  expect(screen.getByText('Школа')).toBeInTheDocument();
  await user.click(screen.getByText('Меняются'));
  expect(await screen.findByText('КПП: пусто → 690701001')).toBeInTheDocument();
  await user.click(screen.getByText('Открываются снова'));
  expect(await screen.findByText('Никто не открывается снова.')).toBeInTheDocument();
});
