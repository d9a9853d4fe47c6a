import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import { MarkForm } from './evaluation-forms';
import { EvaluationMeans } from './evaluation-means';
import type { CouncilEvaluation } from './types';

const entry = (code: string, nameRu: string) => ({
  code,
  nameRu,
  nameEn: code,
  version: 1,
  source: null,
  data: {},
  position: 0,
  validFrom: '2022-01-01',
  validTo: null,
});
const criteria = () =>
  server.use(
    http.get('*/api/v1/dictionaries/evaluation-criterion', () =>
      HttpResponse.json([entry('goals', 'Достижение целей'), entry('climate', 'Доверие в паре')]),
    ),
  );

test('a member marks every criterion with its ground', async () => {
  criteria();
  let sent: unknown;
  server.use(
    http.put('*/api/v1/council/evaluations/e1/marks', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'e1', status: 'Open', version: 2 });
    }),
  );
  const onClose = vi.fn();
  const { user } = await renderUi(<MarkForm evaluation={{ id: 'e1', marks: [] } as unknown as CouncilEvaluation} onClose={onClose} />, 'evaluations');

  await user.selectOptions(await screen.findByLabelText(/Достижение целей/, {}, { timeout: 5000 }), '3');
  await user.selectOptions(screen.getByLabelText(/Доверие в паре/), '2');
  await user.click(screen.getByRole('button', { name: 'Оценить' }));
  expect(sent).toBeUndefined();
  for (const ground of screen.getAllByLabelText(/На чём основано/)) await user.type(ground, 'Урок');
  await user.click(screen.getByRole('button', { name: 'Оценить' }));
  await expect.poll(() => sent).toEqual({
    marks: [
      { criterion: 'goals', mark: 3, ground: 'Урок' },
      { criterion: 'climate', mark: 2, ground: 'Урок' },
    ],
  });
}, 20_000);

test('means are words and numbers', async () => {
  criteria();
  const { container } = await renderUi(
    <main>
      <h1>Оценка</h1>
      <EvaluationMeans means={[{ criterion: 'goals', mean: 2.5, marks: 4 }]} />
    </main>,
    'evaluations',
  );
  expect(await screen.findByText('Достижение целей', {}, { timeout: 5000 })).toBeInTheDocument();
  expect(screen.getByText('2,5 из 3, оценок: 4')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
}, 20_000);
