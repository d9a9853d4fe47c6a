import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { MeasurePage } from '@/features/school/impact/measure-page';
import { moments } from '@/features/school/impact/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';

export const Route = createFileRoute('/_app/my-impact/$programId')({
  validateSearch: z.object({ moment: oneOf(...moments) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ImpactTake'),
  loader: () => messages('impact'),
  component: function Page() {
    const { programId } = Route.useParams();
    const { moment = 'Before' } = Route.useSearch();
    return <MeasurePage programId={programId} moment={moment} />;
  },
});
