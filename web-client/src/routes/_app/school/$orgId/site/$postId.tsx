import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { site } from '@/features/school/site/api';
import { PostPage } from '@/features/school/site/post-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/site/$postId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'SiteWrite'),
  loader: ({ context: { queryClient }, params: { postId } }) =>
    Promise.all([messages('site'), postId !== 'new' && queryClient.ensureQueryData(site.post(postId))]),
  component: function Page() {
    const { orgId, postId } = Route.useParams();
    const navigate = Route.useNavigate();
    const { data: post } = useQuery({ ...site.post(postId), enabled: postId !== 'new' });
    const open = (id: string) => void navigate({ to: '/school/$orgId/site/$postId', params: { orgId, postId: id } });
    return <PostPage key={postId} organizationId={orgId} post={post} onCreated={open} />;
  },
});
