import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { EntranceTools } from '@/app/entrance-tools';
import { SetPasswordPage } from '@/features/identity/set-password-page';
import { messages } from '@/shared/i18n';

const search = z.object({ token: z.catch(z.optional(z.string().check(z.maxLength(2000))), undefined) });

export const Route = createFileRoute('/set-password')({
  validateSearch: search,
  loader: () => messages('identity'),
  component: function Page() {
    const { token } = Route.useSearch();
    return <SetPasswordPage token={token} controls={<EntranceTools />} />;
  },
});
