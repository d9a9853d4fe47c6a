import { createFileRoute, useLocation } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { LanguageSwitch } from '@/app/language-switch';
import { ThemeSwitch } from '@/app/theme-switch';
import { SetPasswordPage } from '@/features/identity/set-password-page';
import { messages } from '@/shared/i18n';

const search = z.object({ sheet: z.catch(z.optional(z.literal('yes')), undefined) });

export const Route = createFileRoute('/set-password')({
  validateSearch: search,
  loader: () => messages('identity'),
  component: function Page() {
    const { sheet } = Route.useSearch();
    // After the hash, so that no log of a server on the way holds it.
    const token = useLocation({ select: ({ hash }) => hash });
    const controls = (
      <>
        <LanguageSwitch />
        <ThemeSwitch />
      </>
    );
    return <SetPasswordPage token={token || undefined} sheet={sheet === 'yes'} controls={controls} />;
  },
});
