import { createFileRoute, useLocation } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { EntranceTools } from '@/app/entrance-tools';
import { SetPasswordPage } from '@/features/common/identity/set-password-page';
import { messages } from '@/shared/i18n';

const search = z.object({ sheet: z.catch(z.optional(z.literal('yes')), undefined) });

export const Route = createFileRoute('/set-password')({
  validateSearch: search,
  loader: () => messages('identity'),
  component: function Page() {
    const { sheet } = Route.useSearch();
    // After the hash, so that no log of a server on the way holds it.
    const token = useLocation({ select: ({ hash }) => hash });
    return <SetPasswordPage token={token || undefined} sheet={sheet === 'yes'} controls={<EntranceTools />} />;
  },
});
