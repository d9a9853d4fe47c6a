import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { LanguageSwitch } from '@/app/language-switch';
import { ThemeSwitch } from '@/app/theme-switch';
import { identity } from '@/features/identity/api';
import { SignInPage } from '@/features/identity/sign-in-page';
import { messages } from '@/shared/i18n';

const search = z.object({ returnUrl: z.catch(z.optional(z.string()), undefined) });

export const Route = createFileRoute('/signin')({
  validateSearch: search,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(identity.demoAccounts());
    return messages('identity');
  },
  component: function Page() {
    const { returnUrl } = Route.useSearch();
    const controls = (
      <>
        <LanguageSwitch />
        <ThemeSwitch />
      </>
    );
    return <SignInPage returnUrl={returnUrl} controls={controls} />;
  },
});
