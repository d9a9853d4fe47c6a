import { Suspense } from 'react';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, problem, server } from '@/testing/server';
import type { Settings } from './api';
import { NotificationSettings } from './settings';

const settings: Settings = {
  language: 'ru',
  quietFromHour: 21,
  quietUntilHour: 7,
  digestHour: 8,
  timeZone: 'Europe/Moscow',
  mailOn: true,
  version: 0,
  choices: [
    { kind: 'MeetingPlanned', topic: 'Meetings', inApp: true, email: 'Now' },
    { kind: 'ConsentRequested', topic: 'Consents', inApp: true, email: 'Now' },
  ],
};

async function open(stale = false) {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/v1/me/notification-settings', () => HttpResponse.json(settings)),
    http.put('*/api/v1/me/notification-settings', async ({ request }) => {
      sent.push(await request.json());
      return stale ? problem(412, { code: 'version.stale' }) : HttpResponse.json({ version: 1 });
    }),
  );
  const view = await renderUi(
    <main>
      <Suspense>
        <NotificationSettings />
      </Suspense>
    </main>,
    'notifications',
  );
  await screen.findByRole('heading', { name: 'Уведомления' });
  return { sent, ...view };
}

test('each kind has a switch for each channel, and quiet hours can be given up', async () => {
  const { sent, user, container } = await open();
  expect(screen.getByRole('button', { name: 'Сохранить' })).toBeDisabled();
  expect(await axeFaults(container)).toEqual([]);

  await user.click(screen.getByRole('checkbox', { name: 'На сайте: Назначена встреча' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Письмом: Назначена встреча' }), 'Раз в день');
  await user.click(screen.getByRole('checkbox', { name: /Тихие часы/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Сводка за день после' }), '18:00');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));

  expect(sent).toEqual([
    {
      version: 0,
      language: 'ru',
      quietFromHour: null,
      quietUntilHour: null,
      digestHour: 18,
      choices: [
        { kind: 'MeetingPlanned', inApp: false, email: 'Digest' },
        { kind: 'ConsentRequested', inApp: true, email: 'Now' },
      ],
    },
  ]);
});

test('another window that saved first is not overwritten', async () => {
  const { user } = await open(true);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Язык писем' }), 'Английский');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByRole('dialog')).toBeVisible();
});
