import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Import, PersonChange } from './api';
import { people, row } from './fixtures';
import { ImportPage } from './import-page';

/** The page of an import, with people and problems as above. */
export async function openImport(current: Import) {
  server.use(
    http.get('*/api/v1/imports/i', () => HttpResponse.json(current)),
    http.get('*/api/v1/imports/i/problems', () => HttpResponse.json({ items: [row], next: null })),
    http.get('*/api/v1/imports/i/people', ({ request }) =>
      HttpResponse.json({ items: people[new URL(request.url).searchParams.get('change') as PersonChange], next: null }),
    ),
    http.get('*/api/v1/dictionaries/position', () => HttpResponse.json([])),
  );
  const view = await renderPage(
    <Suspense>
      <ImportPage importId="i" />
    </Suspense>,
    'imports',
  );
  await screen.findByRole('heading', { level: 1 });
  return view;
}
