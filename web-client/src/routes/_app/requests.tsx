import { createFileRoute } from '@tanstack/react-router';
import { matching } from '@/features/school/matching/api';
import { OwnRequestsPage } from '@/features/school/matching/own-requests-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/requests')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'MatchAnswer'),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(matching.own());
    return messages('matching');
  },
  component: OwnRequestsPage,
});
