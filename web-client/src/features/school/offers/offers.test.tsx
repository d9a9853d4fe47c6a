import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import { http, HttpResponse, server } from '@/testing/server';
import type { FoundOffer, OwnOffer, OwnRequest, SchoolOffer, SchoolRequest } from './api';
import { OffersPage } from './offers-page';
import { SchoolOffersPage } from './school-page';

const facts = {
  id: 'o1',
  mentorName: 'Соседова Анна Петровна',
  organizationId: 'home',
  organizationName: 'СОШ № 2',
  territoryNameRu: 'Бологовский район',
  regionNameRu: 'Тверская область',
  scope: 'Region' as const,
  areas: ['methods'],
  forms: [],
  kinds: [],
  remote: true,
  words: 'Помогу начать урок вовремя',
  places: 2,
  taken: 1,
  endsOn: '2027-06-01',
};
const found: FoundOffer = { ...facts, freePlaces: 1, asked: false };
const standing = { ...facts, proposedAt: '2026-11-20T08:00:00Z', decidedAt: null, decidedByName: null, reason: null, version: 1 };
const own: OwnOffer = { ...standing, status: 'Declined', reason: 'Сначала свои', steps: ['Revise', 'Withdraw'] };
const waiting: SchoolOffer = { ...standing, status: 'Proposed', mentorId: 'm1', capacity: 2, steps: ['Agree', 'Decline'] };
const request = {
  id: 'r1',
  offerId: 'o1',
  mentorName: facts.mentorName,
  organizationName: 'СОШ № 2',
  menteeName: 'Ищущая Анна Петровна',
  schoolName: 'СОШ № 1',
  byMentee: true,
  words: 'Хочу научиться планировать урок',
  askedAt: '2026-11-25T08:00:00Z',
  askedByName: 'Ищущая Анна Петровна',
  offerAgreedAt: '2026-11-21T08:00:00Z',
  offerAgreedByName: 'Куратор Второй',
  decidedAt: null,
  decidedByName: null,
  reason: null,
  reasonCode: null,
  pairStatus: null,
  mentorYesAt: null,
  menteeYesAt: null,
  pairReasonCode: null,
  programId: null,
  version: 1,
};
const ownRequest: OwnRequest = { ...request, status: 'Asked', steps: ['Withdraw'] };
const schoolRequest: SchoolRequest = { ...request, status: 'Asked', schoolId: 's', direction: 'Out', steps: ['Agree', 'Refuse'] };

const dictionaries = ['competence-area', 'mentoring-form', 'mentoring-kind'].map((name) =>
  http.get(`*/api/v1/dictionaries/${name}`, () => HttpResponse.json([{ code: 'methods', nameRu: 'Методика', nameEn: 'Methods' }])),
);

const page = (props: Partial<Parameters<typeof OffersPage>[0]> = {}) =>
  renderPage(
    <main>
      <OffersPage
        search={{}}
        onSearch={vi.fn()}
        isPerson
        places={[{ id: 's', name: 'СОШ № 1', confirmed: true }]}
        seekers={[{ name: 'СОШ № 1', organizationId: 's' }]}
        {...props}
      />
    </main>,
    'offers',
  );

test('a teacher finds a mentor of another school and asks', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/mentor-offers', () => HttpResponse.json({ items: [found], next: null })),
    http.post('*/api/v1/mentor-offers/o1/ask', async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ id: 'r1', status: 'Asked', version: 1 });
    }),
  );
  const { user, container } = await page();
  expect(await screen.findByRole('heading', { name: facts.mentorName })).toBeInTheDocument();
  expect(screen.getByText('1 место')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /Попросить наставника/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByRole('textbox', { name: /Зачем нужен наставник/ }), 'Первый год');
  await user.click(dialog.getByRole('button', { name: 'Попросить наставника' }));
  await waitFor(() => expect(sent).toEqual([{ organizationId: 's', words: 'Первый год' }]));
});

test('nothing within reach says what to do', async () => {
  server.use(...dictionaries, http.get('*/api/v1/mentor-offers', () => HttpResponse.json({ items: [], next: null })));
  await page();
  expect(await screen.findByText('Предложений пока нет')).toBeInTheDocument();
});

test('what was asked says who has agreed and who decides', async () => {
  server.use(http.get('*/api/v1/me/offer-requests', () => HttpResponse.json([ownRequest])));
  const { container } = await page({ search: { view: 'asked' } });
  expect(await screen.findByText('Ждёт согласия школы')).toBeInTheDocument();
  expect(screen.getByText('Школа наставника согласна: Куратор Второй, 21.11.2026')).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('a mentor reads why the school declined, and whoever is not confirmed is led to the profile', async () => {
  server.use(...dictionaries, http.get('*/api/v1/me/mentor-offers', () => HttpResponse.json([own])));
  const { container } = await page({ search: { view: 'mine' } });
  expect(await screen.findByText('Причина: Сначала свои')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Изменить предложение' })).toBeInTheDocument();
  expect(await axeFaults(container)).toEqual([]);
});

test('whoever has no confirmed profile is led to it', async () => {
  server.use(...dictionaries, http.get('*/api/v1/me/mentor-offers', () => HttpResponse.json([])));
  await page({ search: { view: 'mine' }, places: [{ id: 's', name: 'СОШ № 1', confirmed: false }] });
  expect(await screen.findByRole('link', { name: 'Мой профиль' })).toHaveAttribute('href', '/my-profile');
});

test('a school agrees to an offer and refuses a request with a reason', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/s/mentor-offers', () => HttpResponse.json({ items: [waiting], next: null })),
    http.get('*/api/v1/organizations/s/offer-requests', () => HttpResponse.json({ items: [schoolRequest], next: null })),
    http.post('*/api/v1/organizations/home/mentor-offers/o1/agree', async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ id: 'o1', status: 'Open', version: 2 });
    }),
    http.post('*/api/v1/organizations/s/offer-requests/r1/refuse', async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ id: 'r1', status: 'Refused', version: 2 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <SchoolOffersPage organizationId="s" search={{}} onSearch={vi.fn()} />
    </main>,
    'offers',
  );
  await user.click(await screen.findByRole('button', { name: `Согласиться: ${facts.mentorName}` }));
  await waitFor(() => expect(sent).toEqual([{ version: 1 }]));
  expect(await axeFaults(container)).toEqual([]);
});

test('a request is refused with a reason', async () => {
  const sent: unknown[] = [];
  server.use(
    ...dictionaries,
    http.get('*/api/v1/organizations/s/offer-requests', () => HttpResponse.json({ items: [schoolRequest], next: null })),
    http.post('*/api/v1/organizations/s/offer-requests/r1/refuse', async ({ request: asked }) => {
      sent.push(await asked.json());
      return HttpResponse.json({ id: 'r1', status: 'Refused', version: 2 });
    }),
  );
  const { user, container } = await renderPage(
    <main>
      <SchoolOffersPage organizationId="s" search={{ view: 'requests' }} onSearch={vi.fn()} />
    </main>,
    'offers',
  );
  await user.click(await screen.findByRole('button', { name: 'Отклонить: Ищущая Анна Петровна' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByRole('textbox'), 'Наставник найдётся у нас');
  await user.click(dialog.getByRole('button', { name: 'Отклонить' }));
  await waitFor(() => expect(sent).toEqual([{ version: 1, reason: 'Наставник найдётся у нас' }]));
  expect(await axeFaults(container)).toEqual([]);
});
