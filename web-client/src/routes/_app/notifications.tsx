import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { notifications, topics } from '@/features/common/notifications/api';
import { InboxPage, type InboxSearch } from '@/features/common/notifications/inbox-page';
import { messages } from '@/shared/i18n';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/notifications')({
  validateSearch: z.object({ show: oneOf('unread'), topic: oneOf(...topics) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { show, topic } }) => {
    void queryClient.prefetchInfiniteQuery(notifications.list({ unread: show === 'unread', topic }));
    return Promise.all([messages('notifications'), messages('notices')]);
  },
  component: function Page() {
    const change = useSearchChange<InboxSearch>();
    return <InboxPage search={Route.useSearch()} onSearch={change} />;
  },
});
