import { api, data } from '@/shared/api/client';
import type { Entry, Figure, Result } from './api';

type Held = Pick<Result, 'id' | 'version'>;
const at = ({ id }: Held) => ({ path: { pupilResultId: id } });

export const resultActs = {
  enter: (organizationId: string, body: Entry, header: Record<string, string>) =>
    data(api.POST('/api/v1/organizations/{organizationId}/pupil-results', { params: { path: { organizationId }, header }, body })),
  correct: (held: Held, figure: Figure, reason: string) =>
    data(api.PUT('/api/v1/pupil-results/{pupilResultId}', { params: at(held), body: { version: held.version, figure, reason } })),
  withdraw: (held: Held, reason: string) =>
    data(api.POST('/api/v1/pupil-results/{pupilResultId}/withdraw', { params: at(held), body: { version: held.version, reason } })),
  undo: (held: Held) => data(api.POST('/api/v1/pupil-results/{pupilResultId}/undo', { params: at(held), body: { version: held.version } })),
};
