import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Me } from '@/shared/me/api';
import { renderUi } from '@/testing/render';
import { AccountMenu } from './account-menu';

const me: Me = {
  accountId: '1',
  personId: null,
  name: 'Анна Ким',
  email: 'kim@x.ru',
  assignments: [],
  permissions: [],
  twoFactorEnabled: false,
  timeZone: 'Europe/Moscow',
  activeAssignmentId: undefined,
};

test('the button is named in full, and its initials are for the eye', async () => {
  await renderUi(<AccountMenu me={me} />);
  const button = screen.getByRole('button', { name: 'Учётная запись: Анна Ким' });
  // A name beside the content is what axe's label-content-name-mismatch finds, in real browsers only.
  expect(button).not.toHaveAttribute('aria-label');
  expect(screen.getByText('АК').closest('[aria-hidden]')).not.toBeNull();
});
