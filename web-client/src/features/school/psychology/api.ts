import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { after, everyPage, LARGEST_PAGE } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Pair = Schemas['ListPairsItem'];
export type QueueItem = Schemas['GetPsychologyQueueItem'];
export type Mentee = Schemas['ListReadinessItem'];
export type Training = Schemas['ListTrainingsItem'];
export type Pulse = Schemas['ListPulsesItem'];
export type Task = Schemas['ListPsychologyTasksItem'];
export type MyPulse = Schemas['ListMyPulsesItem'];
export type TrainingPlan = Schemas['TrainingPlan'];

type Header = Record<string, string>;
const root = ['psychology'] as const;
const staleTime = 30_000;

export const psychology = {
  all: root,
  queue: (id: string) =>
    queryOptions({
      queryKey: [...root, 'queue', id],
      staleTime,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/psychology/queue', {
          params: { path: { organizationId: id } },
          signal,
        }),
      ),
    }),
  pairs: (id: string) =>
    queryOptions({
      queryKey: [...root, 'pairs', id],
      staleTime,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/psychology/pairs', {
          params: { path: { organizationId: id } },
          signal,
        }),
      ),
    }),
  history: (id: string, mentorId: string, menteeId: string) =>
    queryOptions({
      queryKey: [...root, 'history', id, mentorId, menteeId],
      staleTime,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/organizations/{organizationId}/psychology/opinions/{mentorId}/{menteeId}', {
            params: { path: { organizationId: id, mentorId, menteeId } },
            signal,
          }),
        ),
    }),
  readiness: (id: string) =>
    queryOptions({
      queryKey: [...root, 'readiness', id],
      staleTime,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/psychology/readiness', { params: { path: { organizationId: id } }, signal })),
    }),
  trainings: (id: string) =>
    queryOptions({
      queryKey: [...root, 'trainings', id],
      staleTime,
      queryFn: ({ signal }) =>
        everyPage((cursor) =>
          data(
            api.GET('/api/v1/organizations/{organizationId}/psychology/trainings', {
              params: { path: { organizationId: id }, query: { size: LARGEST_PAGE, ...after(cursor) } },
              signal,
            }),
          ),
        ),
    }),
  pulses: (id: string) =>
    queryOptions({
      queryKey: [...root, 'pulses', id],
      staleTime,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/psychology/pulses', {
          params: { path: { organizationId: id } },
          signal,
        }),
      ),
    }),
  tasks: (id: string) =>
    queryOptions({
      queryKey: [...root, 'tasks', id],
      staleTime,
      queryFn: ({ signal }) => data(
        api.GET('/api/v1/organizations/{organizationId}/psychology/tasks', {
          params: { path: { organizationId: id } },
          signal,
        }),
      ),
    }),
  myPulses: () =>
    queryOptions({
      queryKey: [...root, 'my-pulses'],
      staleTime,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/pulses', { signal })),
    }),
  myTrainings: () =>
    queryOptions({
      queryKey: [...root, 'my-trainings'],
      staleTime,
      queryFn: ({ signal }) => data(api.GET('/api/v1/me/trainings', { signal })),
    }),
};

const path = (id: string) => ({ path: { organizationId: id } });
const training = (id: string, trainingId: string) => ({ path: { organizationId: id, trainingId } });

export const psychologyActs = {
  giveOpinion: (id: string, body: Schemas['GiveOpinionBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/opinions', { params: { ...path(id), header }, body })),
  recordReadiness: (id: string, body: Schemas['RecordReadinessBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/readiness', { params: { ...path(id), header }, body })),
  planTraining: (id: string, body: TrainingPlan, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/trainings', { params: { ...path(id), header }, body })),
  reviseTraining: (id: string, trainingId: string, version: number, plan: TrainingPlan) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/psychology/trainings/{trainingId}', {
        params: training(id, trainingId),
        body: { version, plan },
      }),
    ),
  holdTraining: (id: string, trainingId: string, body: Schemas['HoldTrainingBody']) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/trainings/{trainingId}/hold', { params: training(id, trainingId), body })),
  cancelTraining: (id: string, trainingId: string, body: Schemas['CancelTrainingBody']) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/psychology/trainings/{trainingId}/cancel', {
        params: training(id, trainingId),
        body,
      }),
    ),
  openPulse: (id: string, body: Schemas['OpenPulseBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/pulses', { params: { ...path(id), header }, body })),
  closePulse: (id: string, pulseId: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/psychology/pulses/{pulseId}/close', {
        params: { path: { organizationId: id, pulseId } },
      }),
    ),
  addTask: (id: string, body: Schemas['AddPsychologyTaskBody'], header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/psychology/tasks', { params: { ...path(id), header }, body })),
  finishTask: (id: string, taskId: string, body: Schemas['FinishPsychologyTaskBody']) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/psychology/tasks/{taskId}/finish', {
        params: { path: { organizationId: id, taskId } },
        body,
      }),
    ),
  answerPulse: (id: string, body: Schemas['AnswerPulseBody']) =>
    data(api.POST('/api/v1/me/pulses/{pulseId}/answer', { params: { path: { pulseId: id } }, body })),
};
