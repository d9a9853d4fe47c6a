import { api, data } from '@/shared/api/client';
import type { Moment } from './search';

type Answers = Record<string, number>;
const at = (programId: string, moment: Moment) => ({ path: { programId, moment } });

export const impactActs = {
  save: (programId: string, moment: Moment, version: number, answers: Answers) =>
    data(api.PUT('/api/v1/programs/{programId}/impact/{moment}', { params: at(programId, moment), body: { version, answers } })),
  send: (programId: string, moment: Moment, version: number) =>
    data(api.POST('/api/v1/programs/{programId}/impact/{moment}/send', { params: at(programId, moment), body: { version } })),
  correct: (programId: string, moment: Moment, version: number, answers: Answers) =>
    data(api.POST('/api/v1/programs/{programId}/impact/{moment}/correct', { params: at(programId, moment), body: { version, answers } })),
  withdraw: (programId: string, moment: Moment, version: number) =>
    data(api.POST('/api/v1/programs/{programId}/impact/{moment}/withdraw', { params: at(programId, moment), body: { version } })),
  share: (programId: string, moment: Moment, version: number, shared: boolean) =>
    data(api.POST('/api/v1/programs/{programId}/impact/{moment}/share', { params: at(programId, moment), body: { version, shared } })),
  sayAdapted: (programId: string, personId: string, version: number, adaptedOn: string) =>
    data(api.PUT('/api/v1/programs/{programId}/adaptations/{personId}', { params: { path: { programId, personId } }, body: { version, adaptedOn } })),
  remind: (organizationId: string) =>
    data(api.POST('/api/v1/organizations/{organizationId}/impact/remind', { params: { path: { organizationId } } })),
  school: (organizationId: string, schoolYear: number, moment: Moment, version: number, answers: Answers) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/impact/school', {
        params: { path: { organizationId } },
        body: { schoolYear, moment, version, answers },
      }),
    ),
};
