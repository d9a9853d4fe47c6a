import { expect, test } from 'vitest';
import { zoneName } from './zone-name';

test('a time zone is named, not coded', () => {
  expect(zoneName('Asia/Yekaterinburg', 'ru')).toMatch(/^Екатеринбург/);
  expect(zoneName('Europe/Moscow', 'en')).toMatch(/^Moscow/);
});
