import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DiagnosesPage } from '@/features/region/diagnosis/diagnoses-page';
import { views, type DiagnosesSearch } from '@/features/region/diagnosis/search';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';
import { oneOf } from '@/shared/url/search';
import { useSearchChange } from '@/shared/url/use-search-change';

export const Route = createFileRoute('/_app/diagnoses/')({
  validateSearch: z.object({ view: oneOf(...views) }),
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'DiagnosisRead'),
  loader: () => messages('diagnosis'),
  component: function Page() {
    return <DiagnosesPage search={Route.useSearch()} onSearch={useSearchChange<DiagnosesSearch>()} />;
  },
});
