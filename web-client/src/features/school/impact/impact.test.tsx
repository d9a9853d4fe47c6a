import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { Change, Instrument, Measure, Own, OfProgram, Sums } from './api';
import { MeasurePage } from './measure-page';
import { ImpactOfProgram } from './of-program';
import { OwnImpactPage } from './own-page';
import { SchoolImpactPage } from './school-page';

const instrument: Instrument = {
  levels: [
    { value: 1, ru: 'Совсем не про меня', en: 'Not at all like me' },
    { value: 5, ru: 'Точно про меня', en: 'Just like me' },
  ],
  scales: [
    {
      code: 'strain',
      result: 4,
      direction: 'LessIsBetter',
      ru: 'Напряжение',
      en: 'Strain',
      items: [
        { code: 'strain-1', ru: 'К концу недели нет сил.', en: 'No strength is left.' },
        { code: 'strain-2', ru: 'Перед занятиями волнуюсь.', en: 'Nervous before lessons.' },
      ],
    },
  ],
};

const change: Change = { scale: 'strain', nameRu: 'Напряжение', nameEn: 'Strain', result: 4, direction: 'LessIsBetter', before: 4, after: 2.5, change: -1.5 };

const taken = { opensOn: '2026-09-01', dueOn: '2026-10-01', closesOn: '2027-04-01', takenOn: null, shared: false, version: 0 };

const own: Own = {
  programId: 'p',
  title: 'Первый год в школе',
  organizationName: 'СОШ № 1',
  status: 'Active',
  partners: ['Иванова Мария'],
  today: '2026-09-20',
  own: {
    personId: 'me',
    personName: 'Новичкова Анна',
    role: 'Mentee',
    isOwn: true,
    measures: [
      { ...taken, moment: 'Before', status: null },
      { ...taken, moment: 'After', status: null, opensOn: '2027-05-01', dueOn: '2027-06-30', closesOn: '2027-06-30' },
    ],
    changes: [change],
  },
};

test('what is due can be filled in, what opens later cannot, and less strain is better', async () => {
  server.use(http.get('*/api/v1/me/impact', () => HttpResponse.json([own])));
  const { container } = await renderPage(
    <main>
      <OwnImpactPage />
    </main>,
    'impact',
  );
  const program = within(await screen.findByRole('region', { name: 'Первый год в школе' }));
  expect(program.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Заполнить']);
  expect(program.getByText(/откроется 01\.05\.2027/)).toBeInTheDocument();
  expect(program.getByRole('row', { name: /Напряжение/ })).toHaveTextContent(/4.*2,5.*-1,5 · стало лучше/);
  expect(await axeFaults(container)).toEqual([]);
});

test('who has no program is told when there will be something', async () => {
  server.use(http.get('*/api/v1/me/impact', () => HttpResponse.json([])));
  await renderPage(<OwnImpactPage />, 'impact');
  expect(await screen.findByText('Замеров пока нет')).toBeInTheDocument();
});

test('a measure is sent once every question has an answer', async () => {
  const measure: Measure = {
    ...taken,
    programId: 'p',
    role: 'Mentee',
    moment: 'Before',
    status: 'Draft',
    maySave: true,
    instrument,
    answers: { 'strain-1': 5 },
    past: [],
  };
  const asked: unknown[] = [];
  server.use(
    http.get('*/api/v1/programs/p/impact/Before', () => HttpResponse.json(measure)),
    http.put('*/api/v1/programs/p/impact/Before', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ status: 'Draft', version: 1 });
    }),
    http.post('*/api/v1/programs/p/impact/Before/send', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ status: 'Sent', version: 2 });
    }),
  );
  const { container, user } = await renderPage(
    <main>
      <MeasurePage programId="p" moment="Before" />
    </main>,
    'impact',
  );
  expect(await screen.findByText('Отвечено 1 из 2')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Отправить' })).toBeDisabled();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(within(screen.getByRole('radiogroup', { name: 'Перед занятиями волнуюсь.' })).getByRole('radio', { name: 'Совсем не про меня' }));
  await user.click(screen.getByRole('button', { name: 'Отправить' }));
  await waitFor(() => expect(asked).toEqual([{ version: 0, answers: { 'strain-1': 5, 'strain-2': 1 } }, { version: 1 }]));
});

const sum = { pairs: 3, improved: null, stayed: null, worsened: null, before: null, after: null, change: null };

const sums: Sums = {
  schoolYear: 2026,
  school: [],
  coverage: [{ role: 'Mentee', moment: 'After', asked: 9, sent: 7 }],
  items: [
    { role: 'Mentee', scale: 'strain', nameRu: 'Напряжение', nameEn: 'Strain', result: 4, direction: 'LessIsBetter', now: sum, before: sum },
    {
      role: 'Mentor',
      scale: 'strain',
      nameRu: 'Напряжение',
      nameEn: 'Strain',
      result: 4,
      direction: 'LessIsBetter',
      now: { pairs: 12, improved: 7, stayed: 3, worsened: 2, before: 3, after: 2.5, change: -0.5 },
      before: sum,
    },
  ],
};

test('of few pairs their number alone is told', async () => {
  server.use(http.get('*/api/v1/organizations/o/impact/sums', () => HttpResponse.json(sums)));
  const { container } = await renderPage(
    <main>
      <SchoolImpactPage organizationId="o" search={{ year: 2026 }} onSearch={vi.fn()} />
    </main>,
    'impact',
  );
  const row = async (table: string) => within(await screen.findByRole('table', { name: table })).getByRole('row', { name: /Напряжение/ });
  expect(await screen.findByText(/^Пар замеров: 3\. Итоги показываются от пяти пар/)).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Наставляемые' })).not.toBeInTheDocument();
  expect(await row('Наставники')).toHaveTextContent(/Напряжение12732-0,5мало ответов/);
  expect(screen.getByText(/7 из 9/)).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a mentee agrees to the day that the mentor named', async () => {
  const asked: unknown[] = [];
  const program: OfProgram = {
    participants: [own.own],
    adaptations: [{ personId: 'me', adaptedOn: '2026-09-10', days: 9, inPlan: true, isAgreed: false, saidByMentor: true, saidByMentee: false, version: 1 }],
    maySayAdapted: true,
    today: '2026-09-20',
    programId: 'p',
    startsOn: '2026-09-01',
    endsOn: '2027-05-31',
  };
  server.use(
    http.get('*/api/v1/programs/p/impact', () => HttpResponse.json(program)),
    http.put('*/api/v1/programs/p/adaptations/me', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ ...program.adaptations[0], isAgreed: true, saidByMentee: true, version: 2 });
    }),
  );
  const { user } = await renderPage(<ImpactOfProgram programId="p" />, 'impact');
  await user.click(await screen.findByRole('button', { name: 'Подтвердить этот день' }));
  await waitFor(() => expect(asked).toEqual([{ version: 1, adaptedOn: '2026-09-10' }]));
});
