import { createFileRoute } from '@tanstack/react-router';
import { InstrumentPage } from '@/features/region/diagnosis/instrument-page';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/territory/$territory/instruments/$instrumentId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'InstrumentManage'),
  loader: () => messages('diagnosis'),
  component: function Page() {
    const { territory, instrumentId } = Route.useParams();
    return <InstrumentPage place={{ territory }} instrumentId={instrumentId} />;
  },
});
