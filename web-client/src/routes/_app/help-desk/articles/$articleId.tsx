import { createFileRoute } from '@tanstack/react-router';
import { helpDesk } from '@/features/region/help-desk/api';
import { ArticlePage } from '@/features/region/help-desk/article-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/help-desk/articles/$articleId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'HelpDesk'),
  loader: ({ context: { queryClient }, params: { articleId } }) =>
    Promise.all([queryClient.ensureQueryData(helpDesk.article(articleId)), messages('help-desk')]),
  component: function Page() {
    return <ArticlePage articleId={Route.useParams().articleId} />;
  },
});
