import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { MenteeStatus, MentorStep, Place, RequestText, Wish } from './api';

type Schemas = components['schemas'];

const path = (place: Place) => ({ path: place });
const at = (resultId: string) => ({ path: { resultId } });
const atLearningRequest = (learningRequestId: string) => ({ path: { learningRequestId } });

/** What can be done, one function for one operation of the API. */
export const profileActs = {
  saveMentor: (place: Place, body: Schemas['SaveMentorProfileBody']) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile', { params: path(place), body })),

  stepMentor: (place: Place, step: MentorStep, version: number) => {
    const request = { params: path(place), body: { version } };
    if (step === 'Confirm')
      return data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile/confirm', request));
    if (step === 'Pause')
      return data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile/pause', request));
    if (step === 'Reopen')
      return data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile/reopen', request));
    return data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile/resume', request));
  },

  addResult: (place: Place, body: Schemas['AddMentorResultBody']) =>
    data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile/results', { params: path(place), body })),

  decideResult: (id: string, body: Schemas['DecideMentorResultBody']) =>
    data(api.POST('/api/v1/mentor-results/{resultId}/decide', { params: at(id), body })),

  reopenResult: (id: string, version: number) =>
    data(api.POST('/api/v1/mentor-results/{resultId}/reopen', { params: at(id), body: { version } })),

  withdrawResult: (id: string, version: number) =>
    data(api.POST('/api/v1/mentor-results/{resultId}/withdraw', { params: at(id), body: { version } })),

  saveMentee: (place: Place, body: Schemas['SaveMenteeProfileBody']) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/people/{personId}/mentee-profile', { params: path(place), body })),

  setMenteeStatus: (place: Place, status: MenteeStatus, version: number) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/people/{personId}/mentee-profile/status', {
        params: path(place),
        body: { version, status },
      }),
    ),

  reachStep: (id: string, reflection: string) =>
    data(api.PUT('/api/v1/self-steps/{stepId}/done', { params: { path: { stepId: id } }, body: { reflection } })),

  expressWish: (place: Place, wish: Wish, note: string) =>
    data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/wishes', { params: path(place), body: { wish, note } })),

  withdrawWish: (id: string) => data(api.POST('/api/v1/wishes/{wishId}/withdraw', { params: { path: { wishId: id } } })),

  draftRequest: (place: Place, text: RequestText) =>
    data(api.POST('/api/v1/organizations/{organizationId}/people/{personId}/learning-requests', { params: path(place), body: { text } })),

  reviseRequest: (id: string, version: number, text: RequestText) =>
    data(api.PUT('/api/v1/learning-requests/{learningRequestId}', { params: atLearningRequest(id), body: { version, text } })),

  stepRequest: (id: string, step: 'submit' | 'fulfil' | 'withdraw', version: number) => {
    const request = { params: atLearningRequest(id), body: { version } };
    if (step === 'submit') return data(api.POST('/api/v1/learning-requests/{learningRequestId}/submit', request));
    if (step === 'fulfil') return data(api.POST('/api/v1/learning-requests/{learningRequestId}/fulfil', request));
    return data(api.POST('/api/v1/learning-requests/{learningRequestId}/withdraw', request));
  },

  answerRequest: (id: string, version: number, accepted: boolean, answer: string) =>
    data(
      api.POST('/api/v1/learning-requests/{learningRequestId}/answer', {
        params: atLearningRequest(id),
        body: { version, accepted, answer },
      }),
    ),
};
