import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { duplicates } from '@/features/common/duplicates/api';
import { DuplicatesPage } from '@/features/common/duplicates/duplicates-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { id } from '@/shared/url/search';

export const Route = createFileRoute('/_app/people/duplicates')({
  validateSearch: z.object({ organizationId: id, personId: id }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PersonMerge'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(duplicates.list(deps));
    return messages('duplicates');
  },
  component: function Page() {
    return <DuplicatesPage where={Route.useSearch()} />;
  },
});
