import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { ActKind, NewAct, NewSuggestion } from './api';

type Schemas = components['schemas'];
type Header = Record<string, string>;

const at = (actId: string) => ({ path: { actId } });
const atSuggestion = (suggestionId: string) => ({ path: { suggestionId } });
const atOrganization = (organizationId: string) => ({ path: { organizationId } });

export const actActs = {
  draft: (organizationId: string, body: NewAct, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/acts', { params: { ...atOrganization(organizationId), header }, body })),

  revise: (id: string, body: Schemas['ReviseActBody']) =>
    data(api.PUT('/api/v1/acts/{actId}', { params: at(id), body })),

  requestCosign: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/request-cosign', { params: at(id), body: { version } })),

  cosign: (id: string, version: number, given: boolean, comment: string) =>
    data(api.POST('/api/v1/acts/{actId}/cosign', { params: at(id), body: { version, given, ...(comment ? { comment } : {}) } })),

  agree: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/agree', { params: at(id), body: { version } })),

  giveBack: (id: string, version: number, comment: string) =>
    data(api.POST('/api/v1/acts/{actId}/return', { params: at(id), body: { version, comment } })),

  approve: (id: string, body: Schemas['ApproveActBody']) =>
    data(api.POST('/api/v1/acts/{actId}/approve', { params: at(id), body })),

  repeal: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/acts/{actId}/repeal', { params: at(id), body: { version, reason } })),

  openDrafting: (id: string, body: Schemas['OpenCoDraftingBody']) =>
    data(api.POST('/api/v1/acts/{actId}/co-drafting', { params: at(id), body })),

  closeDrafting: (id: string, version: number) =>
    data(api.POST('/api/v1/acts/{actId}/co-drafting/close', { params: at(id), body: { version } })),

  suggest: (id: string, body: NewSuggestion, headers: Header) =>
    data(api.POST('/api/v1/acts/{actId}/suggestions', { params: at(id), body, headers })),

  answer: (id: string, version: number, accepted: boolean, answer: string) =>
    data(api.POST('/api/v1/act-suggestions/{suggestionId}/answer', { params: atSuggestion(id), body: { version, accepted, answer } })),

  takeBack: (id: string, version: number) =>
    data(api.POST('/api/v1/act-suggestions/{suggestionId}/withdraw', { params: atSuggestion(id), body: { version } })),

  incorporate: (id: string, version: number, reason: string) =>
    data(api.POST('/api/v1/acts/{actId}/suggestions/incorporate', { params: at(id), body: { version, reason } })),

  saveTemplate: (organizationId: string, kind: ActKind, body: Schemas['SaveActTemplateBody']) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/act-templates/{kind}', {
        params: { path: { organizationId, kind } },
        body,
      }),
    ),
};
