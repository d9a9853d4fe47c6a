import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { helpTopic } from '@/app/help-topic';
import i18n from 'i18next';
import { axeFaults } from '@/testing/axe';
import { renderPage } from '@/testing/render-page';
import en from './en.json';
import { has } from './find';
import { HelpPage } from './help-page';
import ru from './ru.json';
import { roleTopics, topics } from './topics';

const places = [
  { label: 'meetings', name: 'Встречи', link: { to: '/school/$orgId/meetings' as const, params: { orgId: 'o1' } } },
  { label: 'admin', name: 'Платформа', link: { to: '/admin' as const } },
];
const show = (topic?: (typeof topics)[number] | 'all', mine = ['Mentor']) => renderPage(<HelpPage topic={topic} mine={mine} places={places} />, 'help');

type Node = { [key: string]: Node } | string | string[];
const strings = (node: Node): string[] => (typeof node === 'string' ? [node] : Object.values(node).flatMap((inner) => strings(inner as Node)));
const catalogues = (language: string) =>
  Object.entries(
    import.meta.glob<Node>(['/src/features/**/{ru,en}.json', '/src/features/**/nav.*.json', '/src/shared/i18n/common.*.json'], {
      import: 'default',
      eager: true,
    }),
  )
    .filter(([file]) => file.endsWith(`${language}.json`) && (!file.includes('/help/')))
    .flatMap(([, words]) => strings(words));

test('every role and every task has a topic in both languages', () => {
  expect(Object.keys(ru.topic).sort()).toEqual([...topics].sort());
  expect(Object.keys(en.topic).sort()).toEqual([...topics].sort());
  const words = catalogues('ru');
  const roles = ru.topic;
  for (const role of roleTopics) expect(words).toContain(roles[role].title);
});

test.each([
  ['ru', ru, /«([^»]+)»/g],
  ['en', en, /“([^”]+)”/g],
] as const)('what the help quotes stands on the screens (%s)', (language, help, quoted) => {
  const words = new Set([...catalogues(language), ...strings(help)].map((text) => text.replace(/ \({{.*/, '')));
  const asked = [help.noneText];
  const quotes = strings(help.topic).filter((text) => !asked.includes(text)).flatMap((text) => [...text.matchAll(quoted)].map(([, inside]) => inside!));
  expect(quotes.length).toBeGreaterThan(40);
  expect([...new Set(quotes)].filter((text) => !words.has(text))).toEqual([]);
});

test('a topic is short, and its steps can be counted on one hand', () => {
  for (const { lead, steps } of [...Object.values(ru.topic), ...Object.values(en.topic)]) {
    expect(lead.length).toBeLessThan(180);
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const step of steps) expect(step.length).toBeLessThan(260);
  }
});

test('opens at the own role, and leads on to where a thing is done', async () => {
  const { container } = await show();
  expect(await screen.findByRole('heading', { level: 2, name: 'Наставник' })).toBeVisible();
  expect(screen.getByRole('link', { name: /^Наставник · Ваша роль/ })).toHaveAttribute('aria-current', 'page');
  expect(await axeFaults(container)).toEqual([]);
});

test('a topic offers those places alone that the reader has', async () => {
  await show('meetings');
  const article = within(await screen.findByRole('article', { name: 'Встречи' }));
  expect(article.getAllByRole('listitem').length).toBe(ru.topic.meetings.steps.length);
  expect(article.getByRole('link', { name: 'Встречи' })).toHaveAttribute('href', '/school/o1/meetings');
  expect(article.queryByRole('link', { name: 'Платформа' })).not.toBeInTheDocument();
});

test('is searched by words in any order, and says when nothing is found', async () => {
  const { user } = await show();
  const search = await screen.findByRole('searchbox', { name: 'Найти в помощи' });
  await user.type(search, 'пароль согласие');
  expect(await screen.findByText(/^\d+ тем/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Согласие' })).toBeVisible();
  await user.clear(search);
  await user.type(search, 'абракадабра');
  expect(await screen.findByText('Ничего не нашлось')).toBeVisible();
});

test('everything is printed on one page', async () => {
  const print = vi.spyOn(window, 'print').mockReturnValue();
  const { user, router } = await show('meetings');
  await user.click(await screen.findByRole('button', { name: 'Напечатать тему' }));
  expect(print).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Напечатать всё' }));
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(2));
  expect(router.state.location.href).toBe('/help?topic=all');
});

test('all topics stand on the page for all', async () => {
  await show('all');
  expect((await screen.findAllByRole('article')).length).toBe(topics.length);
});

test('speaks the language of the screen', async () => {
  await show('meetings');
  await screen.findByRole('article', { name: 'Встречи' });
  await i18n.changeLanguage('en');
  expect(await screen.findByRole('article', { name: 'Meetings' })).toBeVisible();
  await i18n.changeLanguage('ru');
});

test.each([
  ['пароль СОГЛАСИЕ', true],
  ['еще', true],
  ['нету', false],
])('"%s" is found: %s', (wanted, found) =>
  expect(has({ title: 'Согласие', lead: 'Спросит пароль', steps: ['Ещё раз'] }, wanted)).toBe(found));

test.each([
  ['дубли', 'duplicates'],
  ['объединить', 'duplicates'],
  ['уволить', 'staffChanges'],
  ['уволился', 'staffChanges'],
  ['завершить работу', 'staffChanges'],
  ['преемник', 'successor'],
  ['excel', 'staffList'],
] as const)('"%s" leads to the topic %s', (wanted, topic) => expect(has(ru.topic[topic], wanted)).toBe(true));

test.each([
  ['/_app/today', 'today'],
  ['/_app/school/$orgId/', 'analytics'],
  ['/_app/school/$orgId/meetings', 'meetings'],
  ['/_app/school/$orgId/document-templates', 'documents'],
  ['/_app/council/incentives', 'incentives'],
  ['/_app/people/duplicates', 'duplicates'],
  ['/_app/programs/$programId/', 'programs'],
  ['/_app/help', undefined],
])('help on %s is about %s', (route, topic) => expect(helpTopic(route)).toBe(topic));
