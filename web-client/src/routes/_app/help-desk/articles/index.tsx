import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ArticlesPage } from '@/features/region/help-desk/articles-page';
import type { ArticlesSearch } from '@/features/region/help-desk/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { code, text } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/help-desk/articles/')({
  validateSearch: z.object({ q: text, area: code }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'HelpDesk'),
  loader: () => messages('help-desk'),
  component: function Page() {
    return <ArticlesPage search={Route.useSearch()} onSearch={useSearchChange<ArticlesSearch>()} />;
  },
});
