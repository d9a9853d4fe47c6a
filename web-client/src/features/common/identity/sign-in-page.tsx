import { useState, type ReactNode } from 'react';
import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';
import { DemoAccounts } from './demo-accounts';
import { Entrance } from './entrance';
import { safeReturnUrl } from './return-url';
import { SignInForm } from './sign-in-form';
import { useSignIn } from './use-sign-in';

const ForgotPassword = dialogLater(async () => (await import('./forgot-password')).ForgotPassword);

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
  const [forgot, setForgot] = useState<'asking' | 'sent'>();
  const target = safeReturnUrl(returnUrl) ?? returnTo;
  // Without a return address the home page starts the sign-in anew.
  const signIn = useSignIn(() => goTo(target ?? '/'));

  return (
    <Entrance title={t('signIn.title')} controls={controls}>
      {returnUrl && !target && (
        <Alert variant="light" mb="md">
          {t('signIn.badReturn')}
        </Alert>
      )}
      <SignInForm signIn={signIn} />
      <Anchor component="button" type="button" size="sm" mt="sm" onClick={() => setForgot('asking')}>
        {t('forgot.link')}
      </Anchor>
      {forgot === 'sent' && (
        <Alert role="status" variant="light" mt="sm">
          {t('forgot.sent')}
        </Alert>
      )}
      <ForgotPassword
        opened={forgot === 'asking'}
        onClose={() => setForgot((was) => (was === 'asking' ? undefined : was))}
        onSent={() => setForgot('sent')}
      />
      <DemoAccounts signIn={signIn} />
    </Entrance>
  );
}
