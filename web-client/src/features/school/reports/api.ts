import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Report = Schemas['GetReportResult'];
export type ReportBlock = Report['paper'][number];

const at = (id: string, schoolYear: number) => ({ path: { organizationId: id, schoolYear } });

export const reports = {
  all: () => ['reports'] as const,

  /** The figures of a draft follow the data. */
  detail: (id: string, schoolYear: number) =>
    queryOptions({
      queryKey: [...reports.all(), id, schoolYear],
      staleTime: 60_000,
      queryFn: ({ signal }) =>
        data(api.GET('/api/v1/organizations/{organizationId}/reports/{schoolYear}', { params: at(id, schoolYear), signal })),
    }),
};

export const reportActs = {
  write: (id: string, schoolYear: number, body: Schemas['WriteReportBody']) =>
    data(api.PUT('/api/v1/organizations/{organizationId}/reports/{schoolYear}', { params: at(id, schoolYear), body })),

  approve: (id: string, schoolYear: number, version: number) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/reports/{schoolYear}/approve', {
        params: at(id, schoolYear),
        body: { version },
      }),
    ),
};

export const reportFile = (id: string, schoolYear: number) =>
  `/api/v1/organizations/${id}/reports/${schoolYear}/document.docx`;

/** A school year runs from September to August and is named by the year in which it begins. */
export const schoolYearOf = (day: Date) => (day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1);
