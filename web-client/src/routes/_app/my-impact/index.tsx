import { createFileRoute } from '@tanstack/react-router';
import { OwnImpactPage } from '@/features/school/impact/own-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/my-impact/')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'ImpactTake'),
  loader: () => messages('impact'),
  component: OwnImpactPage,
});
