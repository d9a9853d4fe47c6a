import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import { MyPulses } from './my-pulses';

test('an answer is complete, is sent once and is thanked for', async () => {
  const sent: unknown[] = [];
  let open = true;
  server.use(
    http.get('*/api/v1/me/pulses', () =>
      HttpResponse.json(
        open ? [{ id: 'p', title: 'Осень', organizationName: 'СОШ № 1', statements: ['trust', 'help'], closesOn: '2026-12-01' }] : [],
      ),
    ),
    http.get('*/api/v1/dictionaries/pulse-statement', () =>
      HttpResponse.json([
        { code: 'trust', nameRu: 'Могу говорить открыто', nameEn: 'I can speak openly' },
        { code: 'help', nameRu: 'Коллеги помогают', nameEn: 'Colleagues help' },
      ]),
    ),
    http.post('*/api/v1/me/pulses/p/answer', async ({ request }) => {
      sent.push(await request.json());
      open = false;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, container } = await renderUi(
    <main>
      <MyPulses />
    </main>,
    'psychology',
  );
  const trust = await screen.findByRole('radiogroup', { name: /Могу говорить открыто/ });
  expect(await axeFaults(container)).toEqual([]);

  await user.click(within(trust).getByRole('radio', { name: '4' }));
  await user.click(screen.getByRole('button', { name: 'Отправить ответ' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Коллеги помогают');
  expect(sent).toEqual([]);

  await user.click(within(screen.getByRole('radiogroup', { name: /Коллеги помогают/ })).getByRole('radio', { name: /^5/ }));
  await user.click(screen.getByRole('button', { name: 'Отправить ответ' }));
  expect(await screen.findByText(/Спасибо, ответ учтён/)).toBeInTheDocument();
  expect(sent).toEqual([
    {
      scores: [
        { statement: 'trust', value: 4 },
        { statement: 'help', value: 5 },
      ],
    },
  ]);
});
