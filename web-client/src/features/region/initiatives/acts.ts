import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { upload } from '@/shared/api/upload';
import type { GroupTask, Initiative, InitiativeCard, Meeting, OwnTask, Report, SchoolTask } from './api';

type Schemas = components['schemas'];
type Header = Record<string, string>;

const of = (initiativeId: string) => ({ params: { path: { initiativeId } } });
const ofTask = (initiativeId: string, { id: taskId }: GroupTask) => ({ params: { path: { initiativeId, taskId } } });
const ofReport = (taskId: string, { id: reportId }: Report) => ({ params: { path: { taskId, reportId } } });

export const initiativeActs = {
  start: (organizationId: string, card: InitiativeCard, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/initiatives', { params: { path: { organizationId }, header }, body: { card } })),
  revise: ({ id, version }: Initiative, card: InitiativeCard) =>
    data(api.PUT('/api/v1/initiatives/{initiativeId}', { ...of(id), body: { version, card } })),
  open: ({ id, version }: Initiative) => data(api.POST('/api/v1/initiatives/{initiativeId}/open', { ...of(id), body: { version } })),
  begin: ({ id, version }: Initiative) => data(api.POST('/api/v1/initiatives/{initiativeId}/begin', { ...of(id), body: { version } })),
  complete: ({ id, version }: Initiative, outcome: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/complete', { ...of(id), body: { version, outcome } })),
  close: ({ id, version }: Initiative, reason: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/close', { ...of(id), body: { version, reason } })),
  invite: (id: string, organizationId: string, personIds: string[]) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/invite', { ...of(id), body: { organizationId, personIds } })),
  offer: ({ id, version }: Initiative, organizationId: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/offer', { ...of(id), body: { version, organizationIds: [organizationId] } })),
  ask: (id: string, organizationId: string, note: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/ask', { ...of(id), body: { organizationId, note: note || null } })),
  answer: (id: string, yes: boolean) => data(api.POST('/api/v1/initiatives/{initiativeId}/answer', { ...of(id), body: { yes } })),
  decide: (initiativeId: string, memberId: string, yes: boolean, reason: string | null = null) =>
    data(
      api.POST('/api/v1/initiatives/{initiativeId}/members/{memberId}/decide', {
        params: { path: { initiativeId, memberId } },
        body: { yes, reason },
      }),
    ),
  leave: (id: string) => data(api.POST('/api/v1/initiatives/{initiativeId}/leave', of(id))),
  handOver: ({ id, version }: Initiative, memberId: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/hand-over', { ...of(id), body: { version, memberId } })),
  write: (id: string, text: string, answerTo: string | null, header: Header) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/entries', { params: { path: { initiativeId: id }, header }, body: { text, answerTo } })),

  setTask: (initiativeId: string, body: Schemas['SetInitiativeTaskBody'], header: Header) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/tasks', { params: { path: { initiativeId }, header }, body })),
  takeTask: (id: string, task: GroupTask) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/tasks/{taskId}/take', { ...ofTask(id, task), body: { version: task.version } })),
  giveBackTask: (id: string, task: GroupTask) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/tasks/{taskId}/give-back', { ...ofTask(id, task), body: { version: task.version } })),
  dropTask: (id: string, task: GroupTask) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/tasks/{taskId}/drop', { ...ofTask(id, task), body: { version: task.version } })),
  finishTask: (id: string, task: GroupTask, result: string) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/tasks/{taskId}/finish', { ...ofTask(id, task), body: { version: task.version, result } })),

  plan: (initiativeId: string, body: Schemas['PlanInitiativeMeetingBody'], header: Header) =>
    data(api.POST('/api/v1/initiatives/{initiativeId}/meetings', { params: { path: { initiativeId }, header }, body })),
  cancel: (initiativeId: string, { id: meetingId, version }: Meeting, reason: string) =>
    data(
      api.POST('/api/v1/initiatives/{initiativeId}/meetings/{meetingId}/cancel', {
        params: { path: { initiativeId, meetingId } },
        body: { version, reason },
      }),
    ),
  addFile: (initiativeId: string, file: File) => {
    const body = new FormData();
    body.set('file', file);
    return upload({ path: `/api/v1/initiatives/${initiativeId}/files`, body, idempotencyKey: crypto.randomUUID(), onProgress: () => undefined });
  },
  removeFile: (initiativeId: string, fileId: string) =>
    data(api.DELETE('/api/v1/initiatives/{initiativeId}/files/{fileId}', { params: { path: { initiativeId, fileId } } })),
};

export const schoolTaskActs = {
  set: (body: Schemas['SetSchoolTaskBody'], header: Header) => data(api.POST('/api/v1/school-tasks', { params: { header }, body })),
  withdraw: ({ id: taskId, version }: SchoolTask, reason: string) =>
    data(api.POST('/api/v1/school-tasks/{taskId}/withdraw', { params: { path: { taskId } }, body: { version, reason } })),
  /** @param reportIds all that owe a report when absent */
  remind: (taskId: string, reportIds: string[] | null) =>
    data(api.POST('/api/v1/school-tasks/{taskId}/remind', { params: { path: { taskId } }, body: { reportIds } })),
  accept: (taskId: string, report: Report) =>
    data(api.POST('/api/v1/school-tasks/{taskId}/school-reports/{reportId}/accept', { ...ofReport(taskId, report), body: { version: report.version } })),
  giveBack: (taskId: string, report: Report, remark: string, dueOn: string | null) =>
    data(
      api.POST('/api/v1/school-tasks/{taskId}/school-reports/{reportId}/return', {
        ...ofReport(taskId, report),
        body: { version: report.version, remark, dueOn },
      }),
    ),
  report: (organizationId: string, { id: taskId, version }: OwnTask, text: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/school-tasks/{taskId}/report', {
        params: { path: { organizationId, taskId } },
        body: { version, text },
      }),
    ),
};
