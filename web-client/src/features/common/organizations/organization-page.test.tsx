import { Suspense } from 'react';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { school } from './fixtures';
import { OrganizationPage } from './organization-page';

test.each([
  [true, /Если организация работает, загрузите свежий реестр/, 'Указать преемника'],
  [false, /Преемника указывает региональный координатор/, undefined],
])('of one that the register closed without a successor it is said what to do: %s', async (keeps, words, act) => {
  server.use(
    http.get('*/api/v1/organizations/s', () => HttpResponse.json({ ...school, status: 'Closed', closedByRegister: true })),
    http.get('*/api/v1/dictionaries/organization-kind', () => HttpResponse.json([])),
  );
  await renderPage(
    <Suspense>
      <OrganizationPage organizationId="s" keeps={() => keeps} />
    </Suspense>,
    'organizations',
  );
  expect(await screen.findByText(words)).toHaveTextContent(/преемник её не известен/);
  expect(screen.queryByRole('button', { name: /преемника/ })?.textContent).toBe(act);
});
