import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
type Key = Record<string, string>;
const of = (organizationId: string) => ({ path: { organizationId } });

export const preparationActs = {
  addPreparation: (organizationId: string, body: Schemas['AddPreparationBody'], headers: Key) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/preparations', {
        params: of(organizationId),
        body,
        headers,
      }),
    ),
  finishPreparation: (id: string, body: Schemas['FinishPreparationBody']) =>
    data(api.POST('/api/v1/council/preparations/{preparationId}/finish', { params: { path: { preparationId: id } }, body })),
  addTask: (organizationId: string, body: Schemas['AddCouncilTaskBody'], headers: Key) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/council/tasks', { params: of(organizationId), body, headers }),
    ),
  finishTask: (id: string, body: Schemas['FinishCouncilTaskBody']) =>
    data(api.POST('/api/v1/council/tasks/{taskId}/finish', { params: { path: { taskId: id } }, body })),
};
