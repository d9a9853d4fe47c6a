import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { upload } from '@/shared/api/upload';
import type { Activity, Finding, PlanLine, Route, RouteFile } from './api';
import type { RouteStatus } from './search';

type Schemas = components['schemas'];
type Header = Record<string, string>;

const at = ({ route: { id: routeId } }: Route) => ({ params: { path: { routeId } } });
const version = ({ route }: Route) => route.revision;

const findingOf = ({ id, kind, areaCode, text, levelBefore, closedOn }: Finding): Schemas['SaveRouteFindingsFinding'] => ({
  id,
  kind,
  areaCode,
  text,
  levelBefore,
  closed: closedOn !== null,
});

const saveFindings = (route: Route, findings: Schemas['SaveRouteFindingsFinding'][]) =>
  data(api.PUT('/api/v1/routes/{routeId}/findings', { ...at(route), body: { version: version(route), findings } }));

export const routeActs = {
  begin: (body: Schemas['BeginRouteBody'], header: Header) => data(api.POST('/api/v1/routes', { params: { header }, body })),
  checkFile: (body: RouteFile) => data(api.POST('/api/v1/routes/check', { body })),
  importFile: (body: RouteFile, header: Header) => data(api.POST('/api/v1/routes/import', { params: { header }, body })),
  revise: (route: Route, body: { startsOn: string; endsOn: string; image: string }) =>
    data(api.PUT('/api/v1/routes/{routeId}', { ...at(route), body: { version: version(route), ...body } })),
  advance: (route: Route, to: RouteStatus) =>
    data(api.POST('/api/v1/routes/{routeId}/advance', { ...at(route), body: { version: version(route), to } })),
  close: (route: Route, reason: string) =>
    data(api.POST('/api/v1/routes/{routeId}/close', { ...at(route), body: { version: version(route), reason } })),
  /** One more, or one that is there with other words. */
  finding: (route: Route, one: Schemas['SaveRouteFindingsFinding']) =>
    saveFindings(
      route,
      one.id ? route.findings.map((other) => (other.id === one.id ? one : findingOf(other))) : [...route.findings.map(findingOf), one],
    ),
  closeFinding: (route: Route, { id }: Finding, closed: boolean) =>
    saveFindings(
      route,
      route.findings.map((one) => (one.id === id ? { ...findingOf(one), closed } : findingOf(one))),
    ),
  dropFinding: (route: Route, { id }: Finding) => saveFindings(route, route.findings.filter((one) => one.id !== id).map(findingOf)),
  takeDiagnosis: (route: Route, diagnosisId: string, areaCodes: string[]) =>
    data(api.POST('/api/v1/routes/{routeId}/take-diagnosis', { ...at(route), body: { version: version(route), diagnosisId, areaCodes } })),
  takeGoals: (route: Route, goalIds: string[]) =>
    data(api.POST('/api/v1/routes/{routeId}/take-goals', { ...at(route), body: { version: version(route), goalIds } })),
  comment: ({ route: { id: routeId } }: Route, body: Schemas['CommentRouteBody'], header: Header) =>
    data(api.POST('/api/v1/routes/{routeId}/comments', { params: { path: { routeId }, header }, body })),
  alternatives: (route: Route, alternatives: Schemas['SaveRouteAlternativesAlternative'][]) =>
    data(api.PUT('/api/v1/routes/{routeId}/alternatives', { ...at(route), body: { version: version(route), alternatives } })),
  roadmap: (route: Route, activities: PlanLine[]) =>
    data(api.PUT('/api/v1/routes/{routeId}/roadmap', { ...at(route), body: { version: version(route), activities } })),
  correct: (route: Route, reason: Schemas['CorrectionReason'], words: string, activities: PlanLine[]) =>
    data(api.POST('/api/v1/routes/{routeId}/correct', { ...at(route), body: { version: version(route), reason, words, activities } })),
  move: (route: Route, { id: activityId }: Activity, to: Schemas['RouteActivityStatus'], reason?: string) =>
    data(
      api.POST('/api/v1/routes/{routeId}/activities/{activityId}/move', {
        params: { path: { routeId: route.route.id, activityId } },
        body: { version: version(route), to, ...(reason ? { reason } : {}) },
      }),
    ),
  product: (route: Route, fields: Record<string, string>, file: File | undefined, header: Header) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) body.append(name, value);
    if (file) body.append('file', file);
    return upload({
      path: `/api/v1/routes/${route.route.id}/products`,
      body,
      idempotencyKey: header['Idempotency-Key'] ?? crypto.randomUUID(),
      onProgress: () => undefined,
    });
  },
  reflect: (route: Route, body: Schemas['AddRouteReflectionBody']) =>
    data(api.POST('/api/v1/routes/{routeId}/reflections', { ...at(route), body })),
  share: (route: Route, reflectionId: string, shared: boolean) =>
    data(
      api.PUT('/api/v1/routes/{routeId}/reflections/{reflectionId}/shared', {
        params: { path: { routeId: route.route.id, reflectionId } },
        body: { shared },
      }),
    ),
};
