import * as z from 'zod/mini';
import { oneOf } from '@/shared/url/search';
import { parsePeriod } from './period';

export const views = ['map', 'league', 'series', 'groups', 'table'] as const;
export type View = (typeof views)[number];

/** What an indicator may be told apart by. */
const dimensions = ['Sector', 'Settlement', 'Size', 'Form', 'Kind', 'Purpose'] as const;

const code = z.catch(z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))), undefined);
const sort = z.catch(z.optional(z.string().check(z.regex(/^-?[a-z][a-zA-Z0-9-]{0,40}$/))), undefined);
const period = z.catch(
  z.optional(z.string().check(z.refine((text) => parsePeriod(text) !== undefined))),
  undefined,
);

/** What a page of numbers keeps in its address; absent is the newest month and the first indicator. */
export const dashboardSearch = z.object({ indicator: code, period });

export const territorySearch = z.object({
  indicator: code,
  period,
  view: oneOf(...views),
  by: oneOf('districts'),
  dimension: oneOf(...dimensions),
  sort,
});

/** Whose sums are the worked example; the federation's when both are absent. */
export const exampleSearch = z.object({
  territory: z.catch(z.optional(z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/))), undefined),
  organization: z.catch(z.optional(z.uuid()), undefined),
});

export const catalogueSearch = z.object({ q: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined) });

export type ExamplePlace = z.infer<typeof exampleSearch>;
export type CatalogueSearch = z.infer<typeof catalogueSearch>;
export type DashboardSearch = z.infer<typeof dashboardSearch>;
export type TerritorySearch = z.infer<typeof territorySearch>;
