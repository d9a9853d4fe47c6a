import { createFileRoute } from '@tanstack/react-router';
import { SupportPage } from '@/features/school/psychology/support-page';
import { MySignals } from '@/features/school/risks/my-signals';
import { messages } from '@/shared/i18n';
import { may, requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/support')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'PulseAnswer'),
  loader: () => Promise.all([messages('psychology'), messages('risks')]),
  component: function Page() {
    const { me } = Route.useRouteContext();
    return <SupportPage signals={may(me, 'ProgramConsent') ? <MySignals /> : undefined} />;
  },
});
