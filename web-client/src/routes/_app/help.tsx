import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { navFor } from '@/app/nav';
import { HelpPage } from '@/features/common/help/help-page';
import { messages } from '@/shared/i18n';
import { code } from '@/shared/url/search';

export const Route = createFileRoute('/_app/help')({
  // Which codes there are is known to the page: the entrance need not carry them.
  validateSearch: z.object({ topic: code }),
  loader: () => messages('help'),
  component: function Page() {
    const { t } = useTranslation();
    const { me } = Route.useRouteContext();
    const places = navFor(me).map(({ label, link }) => ({ label, link, name: t(`nav.${label}`) }));
    return <HelpPage topic={Route.useSearch().topic} mine={me.assignments.map(({ role }) => role)} places={places} />;
  },
});
