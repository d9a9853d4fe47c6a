import { createFileRoute, notFound } from '@tanstack/react-router';
import { MeasurePage } from '@/features/school/impact/measure-page';
import { moments } from '@/features/school/impact/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/my-impact/$programId/$moment')({
  beforeLoad: ({ context: { me }, params }) => {
    requirePermission(me, 'ImpactTake');
    if (!moments.some((one) => one === params.moment)) throw notFound();
  },
  loader: () => messages('impact'),
  component: function Page() {
    const { programId, moment } = Route.useParams();
    return <MeasurePage programId={programId} moment={moment === 'After' ? 'After' : 'Before'} />;
  },
});
