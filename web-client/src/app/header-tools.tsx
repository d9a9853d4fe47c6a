import type { Me } from '@/shared/me/api';
import { Bell } from '@/features/common/notifications/bell';
import { AccountMenu } from './account-menu';
import { HelpLink } from './help-link';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';
import { useKeptFocus } from './use-kept-focus';

/** The right end of the header; and, as it is on every page and none waits for it, the keeper of the focus. */
export function HeaderTools({ me }: { me: Me }) {
  useKeptFocus();
  return (
    <>
      <LanguageSwitch />
      <HelpLink />
      <Bell />
      <ThemeSwitch />
      <AccountMenu me={me} />
    </>
  );
}

export { AssignmentSwitch } from './assignment-switch';
export { Toasts } from './toasts';
export { LanguageSwitch, ThemeSwitch };
