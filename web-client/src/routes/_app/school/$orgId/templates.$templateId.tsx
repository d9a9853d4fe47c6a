import { useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, notFound } from '@tanstack/react-router';
import { plans } from '@/features/school/programs/plan-api';
import { TemplateEditor } from '@/features/school/programs/template-editor';
import { messages } from '@/shared/i18n';
import { requirePermission } from '@/shared/me/permissions';

export const Route = createFileRoute('/_app/school/$orgId/templates/$templateId')({
  beforeLoad: ({ context: { me } }) => requirePermission(me, 'TemplateWrite'),
  loader: async ({ context: { queryClient }, params: { orgId, templateId } }) => {
    const [templates] = await Promise.all([queryClient.ensureQueryData(plans.templates(orgId)), messages('programs')]);
    if (!templates.some(({ id }) => id === templateId)) throw notFound();
  },
  component: function Page() {
    const { orgId, templateId } = Route.useParams();
    const navigate = Route.useNavigate();
    const { data: templates } = useSuspenseQuery(plans.templates(orgId));
    // What was opened stays on the screen, even when somebody puts it away meanwhile.
    const [template] = useState(() => templates.find(({ id }) => id === templateId));
    return (
      template && (
        <TemplateEditor
          organizationId={orgId}
          template={template}
          onSaved={() => navigate({ to: '/school/$orgId/templates', params: { orgId }, replace: true })}
        />
      )
    );
  },
});
