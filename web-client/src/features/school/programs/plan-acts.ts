import { api, data, send } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
const at = (programId: string) => ({ path: { programId } });
const atTemplate = (templateId: string) => ({ path: { templateId } });

export const planActs = {
  correct: (id: string, body: Schemas['CorrectPlanBody']) =>
    data(api.POST('/api/v1/programs/{programId}/plan-versions', { params: at(id), body })),

  extend: (id: string, body: Schemas['ExtendProgramBody']) =>
    data(api.POST('/api/v1/programs/{programId}/extend', { params: at(id), body })),

  replace: (id: string, body: Schemas['ReplaceMentorBody']) =>
    data(api.POST('/api/v1/programs/{programId}/replace-mentor', { params: at(id), body })),

  sign: (id: string, number: number) =>
    data(api.POST('/api/v1/programs/{programId}/plan-versions/{number}/sign', { params: { path: { programId: id, number } } })),

  decline: (id: string, number: number, reason: string) =>
    data(
      api.POST('/api/v1/programs/{programId}/plan-versions/{number}/decline', {
        params: { path: { programId: id, number } },
        body: reason ? { reason } : {},
      }),
    ),

  withdraw: (id: string, number: number) =>
    data(api.POST('/api/v1/programs/{programId}/plan-versions/{number}/withdraw', { params: { path: { programId: id, number } } })),

  setPace: (id: string, body: Schemas['SetPaceBody']) =>
    data(api.PUT('/api/v1/programs/{programId}/pace', { params: at(id), body })),

  prioritise: (id: string, version: number, goalIds: string[]) =>
    data(api.PUT('/api/v1/programs/{programId}/priorities', { params: at(id), body: { version, goalIds } })),

  setPilot: (id: string, body: Schemas['SetPilotBody']) =>
    data(api.PUT('/api/v1/programs/{programId}/pilot', { params: at(id), body })),

  /** A form with a file: its parts are written by the browser, boundary and all. */
  addProduct: (id: string, body: FormData, headers: Record<string, string>) =>
    send(
      new Request(new URL(`/api/v1/programs/${id}/products`, location.origin), { method: 'POST', body, headers }),
    ),

  withdrawProduct: (id: string, productId: string) =>
    data(api.DELETE('/api/v1/programs/{programId}/products/{productId}', { params: { path: { programId: id, productId } } })),

  addRecord: (id: string, body: Schemas['AddProgramRecordBody'], headers: Record<string, string>) =>
    data(api.POST('/api/v1/programs/{programId}/records', { params: at(id), body, headers })),

  withdrawRecord: (id: string, recordId: string) =>
    data(api.DELETE('/api/v1/programs/{programId}/records/{recordId}', { params: { path: { programId: id, recordId } } })),

  comment: (id: string, text: string, headers: Record<string, string>) =>
    data(api.POST('/api/v1/programs/{programId}/comments', { params: at(id), body: { text }, headers })),

  withdrawComment: (id: string, commentId: string) =>
    data(api.DELETE('/api/v1/programs/{programId}/comments/{commentId}', { params: { path: { programId: id, commentId } } })),

  createTemplate: (body: Schemas['CreateRoadmapTemplateCommand'], header: Record<string, string> = {}) =>
    data(api.POST('/api/v1/roadmap-templates', { params: { header }, body })),

  reviseTemplate: (id: string, body: Schemas['ReviseRoadmapTemplateBody']) =>
    data(api.PUT('/api/v1/roadmap-templates/{templateId}', { params: atTemplate(id), body })),

  retireTemplate: (id: string, version: number) =>
    data(api.POST('/api/v1/roadmap-templates/{templateId}/retire', { params: atTemplate(id), body: { version } })),
};
