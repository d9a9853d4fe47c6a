import type { Me } from '@/shared/me/api';
import { Bell } from '@/features/common/notifications/bell';
import { AccountMenu } from './account-menu';
import { HelpLink } from './help-link';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

/** The right end of the header. */
export function HeaderTools({ me }: { me: Me }) {
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
