import type { ReactNode } from 'react';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DemoAccounts } from './demo-accounts';
import { Entrance } from './entrance';
import { safeReturnUrl } from './return-url';
import { SignInForm } from './sign-in-form';
import { useSignIn } from './use-sign-in';

type Props = {
  /** Of the server, which asked for a session. */
  returnUrl: string | undefined;
  /** Of the application itself. */
  returnTo?: string | undefined;
  /** Language and theme switches. */
  controls?: ReactNode;
  goTo?: (url: string) => void;
};

export function SignInPage({ returnUrl, returnTo, controls, goTo = (url) => location.assign(url) }: Props) {
  const { t } = useTranslation('identity');
  const target = safeReturnUrl(returnUrl) ?? returnTo;
  // Without a return address the home page starts the sign-in anew.
  const signIn = useSignIn(() => goTo(target ?? '/'));

  return (
    <Entrance title={t('signIn.title')} controls={controls}>
      {!target && (
        <Alert variant="light" mb="md">
          {t('signIn.badReturn')}
        </Alert>
      )}
      <SignInForm signIn={signIn} />
      <DemoAccounts signIn={signIn} />
    </Entrance>
  );
}
