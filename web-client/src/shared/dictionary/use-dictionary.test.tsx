import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import { useDictionary } from './use-dictionary';

function Position({ code }: { code: string }) {
  return <p data-testid="position">{useDictionary('position').name(code)}</p>;
}

const names = [{ code: 'teacher', nameRu: 'Учитель', nameEn: 'Teacher' }];

test('while the names have not come nothing stands in place of them', async () => {
  let send: ((answer: Response) => void) | undefined;
  server.use(http.get('*/api/v1/dictionaries/position', () => new Promise<Response>((resolve) => (send = resolve))));
  await renderPage(<Position code="teacher" />, 'people');
  expect(screen.getByTestId('position')).toBeEmptyDOMElement();
  await expect.poll(() => send).toBeDefined();
  send!(HttpResponse.json(names));
  expect(await screen.findByText('Учитель')).toBeInTheDocument();
});

test.each([
  ['lacks it', () => HttpResponse.json(names)],
  ['cannot be read', () => HttpResponse.json({ title: 'x', status: 404, code: 'not-found' }, { status: 404 })],
])('a code names itself where the dictionary %s', async (_, answer) => {
  server.use(http.get('*/api/v1/dictionaries/position', answer));
  await renderPage(<Position code="stoker" />, 'people');
  expect(await screen.findByText('stoker')).toBeInTheDocument();
});
